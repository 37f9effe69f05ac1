"""Sentences that are easily read as something that nobody said, with those beside them that are plain.

Same form as ``hint_cases``.
"""

MISTAKEN = """
en | negated | no Italy | -
en | negated | no France | -
es | negated | no España | -
es | negated | no Alemania | -
es | negated | no Chile | -
it | negated | no Italia | -
en | negated | no Peru | -
en | negated | no Canada | -
en | negated | no Japan | -
en | negated | no Tuscany | -
en | negated | no Bavaria | -
es | negated | no Chile, seguro | -
pt | in | está no Chile | in CL
pt | in | a foto foi tirada no Peru | in PE
pt | in | no Japão | in JP
pt | in | no Egito, provavelmente | in EG
pt | in | no Brasil | in BR
es | inland | no está en la costa | inland 25
en | elevation | above 1.000 m | -
en | elevation | between 1.000 and 1.500 m | -
en | elevation | above 1,000 m | above 1000
en | elevation | above 1.5 km | above 1500
de | elevation | über 1.000 m | above 1000
en | near | near Rome within 1.500 km | -
en | near | near Rome, 1.500 km | -
en | near | near Rome within 1.5 km | near Rome 1.5
en | near | near Rome within 1,500 km | near Rome 1500
en | link | E1 and E2 show one place within 1.500 km | -
en | namesake | in Cornwall | -
en | namesake | in Cumbria | -
en | namesake | in Surrey | -
en | namesake | in Suffolk | -
en | namesake | in Durham | -
en | namesake | in Essex | -
en | namesake | in Kent | -
en | namesake | near Kent | -
de | namesake | in Cornwall | -
fr | namesake | près de Cornwall | -
en | namesake | near Ontario | -
de | namesake | in der Nähe von Ontario | -
en | namesake | near Odessa | -
de | namesake | bei Odessa | -
en | namesake | near Syracuse | -
en | namesake | near Salem | -
en | namesake | near Vitoria | -
en | namesake | near Corinth | -
en | namesake | near Newcastle | -
en | namesake | in Kashmir | -
en | namesake | in the capital | -
en | near | near Naples, Italy | near Naples 25
en | near | near Florence | near Florence 25
en | near | near Kiev | near Kyiv 50
en | near | near Rome | near Rome 50
en | near | near Paris | near Paris 50
de | in | in Georgien | in GE
ru | in | в Грузии | in GE
en | in | in the country of Georgia | in GE
en | in | in Georgia, United States | in US.GA
en | in | in Washington State | in US.WA
en | listed | in Luxembourg, Belgium | -
en | listed | in Jersey, United States | -
en | listed | in Cuba, Portugal | -
de | listed | in Italien, Frankreich | -
zh | listed | 在意大利、法国 | -
en | in | in Luxembourg or Belgium | in LU BE
zh | out | 可能不在意大利 | out IT !w
zh | out | 很可能不在意大利 | out IT
en | inland | not on the coast | inland 25
en | inland | it's not by the sea | inland 25
de | inland | nicht am Meer | inland 25
fr | inland | pas au bord de la mer | inland 25
it | inland | non sulla costa | inland 25
pt | inland | não está na costa | inland 25
ru | inland | не у моря | inland 25
uk | inland | не біля моря | inland 25
ar | inland | ليست على الساحل | inland 25
zh | inland | 不在海边 | inland 25
en | inland | inland | inland 50
"""
