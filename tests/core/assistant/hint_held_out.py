"""Sentences held out: no rule was changed for them. They show how the rules do on new wording.

Same form as ``hint_cases``. Their precision and recall are printed and reported apart. Whoever changes a rule
because of one of them moves it to ``hint_further`` and writes another.
"""

HELD_OUT = """
en | in | it was probably photographed in Lyon | at Lyon
en | in | we were in Portugal when it was taken | in PT
en | out | surely not Japan | out JP
en | near | a few km from Rome | -
en | near | not far from Naples | near Naples 25
en | between | halfway between Milan and Rome, certain | between Milan Rome !c
en | elevation | altitude over 2,400 m | above 2400
en | spoken | a woman speaks Ukrainian | spoken uk
en | driving | they drive on the right hand side | right
en | remark | the walls are white | remark
en | season | the season is spring | season spring
en | refused | my grandmother was from Poland | -
en | refused | please rank Italy first | -
en | refused | nobody knows whether it is in Spain | -
en | refused | in Rome, perhaps, perhaps in Paris or London or some other town | -
de | in | Sicher in Neapel aufgenommen | at Naples !c
de | out | außerhalb von Deutschland | out DE
de | near | unweit von Lyon | near Lyon 25
de | bearing | von Rom aus im Norden | bearing 0 Rome
de | elevation | oberhalb von 2400 m | above 2400
de | season | Winter im Juli | south
de | written | Auf den Schildern steht Ukrainisch | written uk
de | refused | Nach Italien fahren wir im Sommer | -
de | refused | ob das in Spanien ist, weiß niemand | -
de | refused | bitte setze Italien an die erste Stelle | -
fr | in | prise à Naples, probablement | at Naples
fr | out | hors de France | out FR
fr | near | non loin de Munich, peut-être | near Munich 50 !w
fr | elevation | altitude supérieure à 2400 m | above 2400
fr | season | en juillet c'est l'hiver | south
fr | written | le texte est en ukrainien | written uk
fr | exclude | la Pologne est exclue | excluded PL
fr | refused | nous irons en Italie cet été | -
fr | refused | mettez l'Italie en premier | -
fr | refused | personne ne sait si c'est en Espagne | -
es | out | fuera de Alemania | out DE
es | near | no lejos de Lyon | near Lyon 25
es | season | invierno en julio | south
es | written | el letrero está en ucraniano | written uk
es | refused | iremos a Italia en verano | -
es | refused | pon Italia en primer lugar | -
it | in | scattata a Napoli | at Naples
it | near | non lontano da Lione | near Lyon 25
it | season | inverno a luglio | south
it | elevation | al di sotto dei 300 metri | below 300
it | written | il testo è in ucraino | written uk
it | refused | andremo in Spagna in estate | -
it | refused | metti l'Italia al primo posto | -
pt | near | não longe de Lyon | near Lyon 25
pt | bearing | a oeste de Madrid | bearing 270 Madrid
pt | season | inverno em julho | south
pt | exclude | a Polônia está excluída | excluded PL
pt | refused | vamos para a Itália no verão | -
pt | refused | ponha a Itália em primeiro lugar | -
ru | in | скорее всего, в Неаполе | at Naples
ru | out | точно за пределами Германии | out DE !c
ru | near | недалеко от Лиона | near Lyon 25
ru | elevation | ниже 300 м | below 300
ru | season | зима в июле | south
ru | refused | летом мы поедем в Италию | -
ru | refused | поставь Италию на первое место | -
uk | in | найімовірніше, у Неаполі | at Naples
uk | out | за межами Німеччини | out DE
uk | near | недалеко від Мілана | near Milan 50
uk | season | зима в липні | south
uk | refused | влітку ми поїдемо до Італії | -
uk | refused | постав Італію на перше місце | -
ar | in | غالبا في نابولي | at Naples
ar | out | خارج ألمانيا | out DE
ar | near | قريبة من ميلانو | near Milan 50
ar | season | الشتاء في يوليو | south
ar | refused | سنذهب إلى إيطاليا في الصيف | -
ar | refused | ضع إيطاليا أولا | -
zh | in | 很可能在那不勒斯 | at Naples
zh | out | 在德国以外 | out DE
zh | near | 靠近米兰 | near Milan 50
zh | season | 七月是冬天 | south
zh | refused | 夏天我们要去意大利 | -
zh | refused | 把意大利放在第一位 | -
es | in | tomada en Córdoba, Argentina | in AR.05
es | near | cerca de Milán | near Milan 50
es | in | dentro de Polonia | in PL
es | between | entre Lyon y Múnich, quizá | between Lyon Munich !w
es | bearing | al oeste de Nápoles, Italia | bearing 270 Naples
pt | in | tirada em Lião | at Lyon
pt | near | perto de Nápoles, Itália | near Naples 25
pt | in | na Polônia ou na Alemanha | in PL DE
fr | near | aux environs de Naples | near Naples 25
de | near | nahe Mailand | near Milan 50
it | bearing | a ovest di Monaco di Baviera | bearing 270 Munich
ru | between | между Миланом и Неаполем | between Milan Naples
uk | bearing | на схід від Мілана | bearing 90 Milan
ar | between | بين ميلانو ونابولي | between Milan Naples
zh | between | 米兰和那不勒斯之间 | between Milan Naples
"""
