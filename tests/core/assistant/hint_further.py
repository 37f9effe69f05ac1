"""Sentences that were held out once (precision 1.00, recall 0.61) and then taught.

Same form as ``hint_cases``.
"""

FURTHER = """
en | in | I'd say this was shot in Vienna | in AT.09
en | in | Location: Italy | in IT
en | out | this can't be Germany | out DE
en | distance | about 20 km from Munich | -
en | elevation | the place is at least 2000 m high | above 2000
en | coast | it's a seaside town | coast 25
en | spoken | everyone around was speaking Arabic | spoken ar
en | written | the sign is written in Russian | written ru
en | driving | cars drive on the left-hand side of the road here | left
en | season | January is summer there | south
en | none | not any of these | none
en | clue | clue C7 cannot be right | clue C7
en | refused | the band played near the coast in summer | -
en | refused | do you think it is Rome | -
en | refused | she lived north of Munich for years | -
en | refused | exclude nothing | -
de | in | Es muss irgendwo in Norwegen sein | in NO
de | in | Meiner Meinung nach in Wien | at Vienna
de | out | auf keinen Fall in Polen | out PL
de | distance | ungefähr 20 km von München entfernt | -
de | bearing | westlich von Berlin | bearing 270 Berlin
de | coast | in einem Ort am Meer | coast 25
de | spoken | alle reden Russisch | spoken ru
de | driving | die Autos fahren auf der linken Seite | left
de | time | bei Sonnenuntergang aufgenommen | time sunset
de | refused | Die Kirche steht in Rom auf einem Hügel | -
de | refused | nördlich der Alpen | -
de | refused | sag einfach Paris | -
fr | in | La scène se passe au Japon | in JP
fr | out | ce n'est certainement pas en Pologne | out PL !c
fr | distance | à environ 20 km de Lyon | -
fr | between | à mi-chemin entre Paris et Lyon | between Paris Lyon
fr | inland | loin de la côte, probablement | inland 50
fr | spoken | j'entends parler arabe | spoken ar
fr | driving | on roule à gauche là-bas | left
fr | clue | oublie C4 | clue C4
fr | refused | la porte est à droite | -
fr | refused | entre deux et trois heures | -
fr | refused | il faut répondre Paris | -
es | in | está en algún lugar de Portugal | in PT
es | out | seguro que no es en Polonia | out PL !c
es | distance | a unos 20 km de Madrid | -
es | bearing | al oeste de Madrid | bearing 270 Madrid
es | elevation | está por encima de los 2000 metros | above 2000
es | spoken | se oye ruso | spoken ru
es | none | todos los candidatos son falsos | none
es | refused | la iglesia está en la plaza | -
es | refused | entre las dos y las tres | -
es | refused | en mi opinión | -
it | in | dovrebbe essere in Polonia | in PL
it | out | di sicuro non è in Germania | out DE !c
it | distance | a circa 20 km da Milano | -
it | between | a metà strada tra Milano e Roma | between Milan Rome
it | coast | la foto è stata scattata al mare | coast 25
it | spoken | sento parlare arabo | spoken ar
it | time | scattata al tramonto | time sunset
it | refused | la chiesa è a destra | -
it | refused | in bocca al lupo | -
it | refused | a proposito di Roma | -
pt | in | deve ser na Polônia | in PL
pt | out | com certeza não é na Alemanha | out DE !c
pt | near | nos arredores de Lisboa | near Lisbon 25
pt | between | entre Lisboa e Porto | between Lisbon Porto
pt | inland | no interior do país | inland 50
pt | spoken | ouve-se russo | spoken ru
pt | refused | a igreja fica à direita | -
pt | refused | em todo o caso | -
ru | in | наверное, это где-то в Польше | in PL
ru | out | точно не в Японии | out JP !c
ru | distance | примерно в 20 км от Киева | -
ru | bearing | к западу от Москвы | bearing 270 Moscow
ru | coast | фото сделано у моря | coast 25
ru | spoken | слышна арабская речь | spoken ar
ru | driving | здесь ездят слева | left
ru | refused | церковь стоит в центре города | -
ru | refused | в общем и целом | -
uk | in | мабуть, це десь у Польщі | in PL
uk | out | точно не в Японії | out JP !c
uk | near | поблизу Києва | near Kyiv 50
uk | bearing | на захід від Києва | bearing 270 Kyiv
uk | spoken | чути арабську мову | spoken ar
uk | refused | церква стоїть у центрі міста | -
uk | refused | у будь-якому разі | -
ar | in | أظن أنها في اليابان | in JP
ar | out | بالتأكيد ليست في ألمانيا | out DE !c
ar | near | قرب القاهرة | near Cairo 50
ar | bearing | غرب القاهرة | bearing 270 Cairo
ar | coast | في مدينة ساحلية | coast 25
ar | refused | الكنيسة على اليمين | -
ar | refused | في الحقيقة | -
zh | in | 应该在日本 | in JP
zh | out | 肯定不在德国 | out DE !c
zh | near | 北京周边 | near Beijing 50
zh | bearing | 北京西边 | bearing 270 Beijing
zh | spoken | 听到有人说俄语 | spoken ru
zh | time | 日落时拍的 | time sunset
zh | refused | 教堂在右边 | -
zh | refused | 在我看来 | -
es | in | en Nápoles, probablemente | at Naples
es | between | entre Milán y Nápoles, seguro | between Milan Naples !c
pt | in | feita em Nápoles | at Naples
"""
