"""Sentences as people write them, and what each must be read as (see ``hint_scoring``).

One case a line: language | kind | sentence | what it means. Several hints in a sentence are joined by "&";
"!c" and "!w" are certain and weak, without either a hint is likely (to exclude, "none of these" and a denied
clue are certain by themselves).
"""

CASES = """
en | in | Probably somewhere in Portugal | in PT
en | in | The picture was taken in Tuscany, I'm sure | in IT.16 !c
en | in | it must be in Norway or Sweden | in NO SE
en | in | in the city of Florence | at Florence
en | out | It's definitely not in Germany | out DE !c
en | out | neither in Spain nor in Portugal | out ES PT
en | near | close to Rome within 15 km | near Rome 15
en | near | within 3 miles of Arezzo | near Arezzo 4.83
en | between | somewhere between Florence and Rome | between Florence Rome
en | between | on the road from Rome to Naples, maybe | between Rome Naples !w
en | bearing | it is north of Florence, Italy | bearing 0 Florence
en | bearing | south-west of Munich | bearing 225 Munich
en | bearing | seen from Munich to the east | bearing 90 Munich
en | elevation | it is above 1,500 m | above 1500
en | elevation | at an altitude between 500 and 800 m | band 500 800
en | elevation | below 600 feet | below 183
en | coast | the photo was taken on the coast | coast 25
en | coast | within 5 km of the sea, certain | coast 5 !c
en | inland | far from the sea | inland 50
en | inland | more than 100 km from the coast | inland 100
en | spoken | people speak Portuguese here | spoken pt
en | spoken | they don't speak French | unspoken fr
en | written | the signs are in Greek | written el
en | driving | traffic keeps left | left
en | season | it was winter in July | south
en | season | summer in July | north
en | season | it is autumn | season autumn
en | time | it was late afternoon | time afternoon
en | remark | note: the balconies are made of wrought iron, probably old | remark
en | remark | the roofs are flat | remark
en | remark | I can see palm trees | remark
en | none | it is none of these | none
en | none | none of them | none
en | clue | C3 is mistaken | clue C3
en | clue | ignore clue C12 | clue C12
en | exclude | rule out Florence | excluded Florence 25
en | exclude | exclude Poland | excluded PL
en | link | E1 and E3 show the same place within 500 m | link E1 E3 0.5
en | several | in Italy, and they drive on the right, weak | in IT !w & right !w
en | several | near Rome; inland; note: red roof tiles | near Rome 50 & inland 50 & remark
de | in | Das Bild wurde in Österreich aufgenommen | in AT
de | in | in der Schweiz, sicher | in CH !c
de | in | vielleicht in der Toskana | in IT.16 !w
de | in | Ich glaube, es ist in München | at Munich
de | in | in Italien oder Frankreich | in IT FR
de | out | Das ist nicht in Deutschland | out DE
de | out | weder in Spanien noch in Portugal | out ES PT
de | out | unwahrscheinlich in Polen | out PL
de | near | in der Nähe von Florenz | near Florence 25
de | near | im Umkreis von 2,5 km um Arezzo | near Arezzo 2.5
de | near | bei 43,77° N 11,25° O | -
de | between | zwischen Florenz und Rom | between Florence Rome
de | bearing | südlich von München | bearing 180 Munich
de | bearing | nordöstlich von Florenz, vermutlich | bearing 45 Florence
de | elevation | auf über 1.200 m Höhe | above 1200
de | elevation | zwischen 500 und 800 Metern | band 500 800
de | elevation | unter 200 m Meereshöhe | below 200
de | coast | an der Küste | coast 25
de | coast | höchstens 5 km vom Meer entfernt | coast 5
de | inland | weit weg vom Meer | inland 50
de | spoken | Die Leute sprechen Italienisch | spoken it
de | spoken | dort wird kein Französisch gesprochen | unspoken fr
de | written | Die Schilder sind auf Griechisch | written el
de | driving | Man fährt dort links | left
de | driving | Rechtsverkehr | right
de | season | im Januar ist Sommer | south
de | season | es ist Herbst | season autumn
de | time | es war Abend | time evening
de | remark | Anmerkung: viele Fachwerkhäuser | remark
de | remark | Die Dächer sind rot | remark
de | none | keiner davon | none
de | clue | C4 ist falsch | clue C4
de | clue | ignoriere C2 | clue C2
de | exclude | Frankreich ausschließen | excluded FR
de | link | E1 und E2 zeigen denselben Ort | link E1 E2 1
de | several | in Italien und man fährt rechts | in IT & right
fr | in | La photo a été prise en Italie | in IT
fr | in | au Portugal, c'est sûr | in PT !c
fr | in | peut-être en Toscane | in IT.16 !w
fr | in | je crois que c'est à Florence | at Florence
fr | in | en Norvège ou en Suède | in NO SE
fr | out | ce n'est pas en France | out FR
fr | out | ni en Espagne ni en Italie | out ES IT
fr | out | pas au Portugal, certain | out PT !c
fr | near | près de Florence | near Florence 25
fr | near | à moins de 10 km d'Arezzo | near Arezzo 10
fr | between | entre Florence et Rome | between Florence Rome
fr | bearing | au nord de Munich | bearing 0 Munich
fr | bearing | au sud-ouest de Lyon | bearing 225 Lyon
fr | elevation | à plus de 1 500 m d'altitude | above 1500
fr | elevation | entre 500 et 800 mètres d'altitude | band 500 800
fr | elevation | en dessous de 200 m | below 200
fr | coast | au bord de la mer | coast 25
fr | coast | à moins de 5 km de la côte | coast 5
fr | inland | loin de la mer | inland 50
fr | spoken | les gens parlent portugais | spoken pt
fr | spoken | on ne parle pas français | unspoken fr
fr | spoken | on parle espagnol ou portugais | spoken es pt
fr | written | les panneaux sont en grec | written el
fr | driving | on conduit à gauche | left
fr | driving | les voitures roulent à droite | right
fr | season | c'est l'été en janvier | south
fr | season | c'est l'hiver | season winter
fr | time | c'est le matin | time morning
fr | remark | remarque : les toits sont en ardoise | remark
fr | remark | les toits sont rouges | remark
fr | none | aucun d'entre eux | none
fr | clue | C3 est faux | clue C3
fr | exclude | exclure l'Espagne | excluded ES
fr | link | E1 et E2 montrent le même endroit | link E1 E2 1
fr | several | en Italie, mais pas en Toscane | in IT & out IT.16
es | in | La foto fue tomada en Italia | in IT
es | in | en el Perú, seguro | in PE !c
es | in | quizás en la Toscana | in IT.16 !w
es | in | creo que es en Múnich | at Munich
es | in | en Noruega o en Suecia | in NO SE
es | out | no es en Francia | out FR
es | out | ni en España ni en Portugal | out ES PT
es | near | cerca de Arezzo | near Arezzo 25
es | near | a menos de 10 km de Arezzo | near Arezzo 10
es | between | entre Múnich y Roma | between Munich Rome
es | bearing | al norte de Múnich | bearing 0 Munich
es | bearing | al sureste de Lyon | bearing 135 Lyon
es | elevation | a más de 1.500 metros de altitud | above 1500
es | elevation | entre 500 y 800 m de altura | band 500 800
es | coast | en la costa | coast 25
es | coast | a menos de 5 km del mar | coast 5
es | inland | lejos del mar | inland 50
es | spoken | la gente habla portugués | spoken pt
es | spoken | no se habla francés | unspoken fr
es | written | los carteles están en griego | written el
es | driving | se conduce por la izquierda | left
es | driving | los coches circulan por la derecha | right
es | season | es verano en enero | south
es | season | es invierno | season winter
es | time | es de noche | time night
es | remark | nota: las casas son de adobe | remark
es | remark | los tejados son rojos | remark
es | none | ninguno de estos | none
es | clue | C3 es falsa | clue C3
es | clue | ignora C5 | clue C5
es | exclude | excluir Francia | excluded FR
es | link | E1 y E2 muestran el mismo lugar | link E1 E2 1
es | several | en Italia y hablan italiano | in IT & spoken it
it | in | La foto è stata scattata in Portogallo | in PT
it | in | in Toscana, sicuro | in IT.16 !c
it | in | forse nei Paesi Bassi | in NL !w
it | in | penso che sia a Firenze | at Florence
it | in | in Norvegia o in Svezia | in NO SE
it | out | non è in Francia | out FR
it | out | né in Spagna né in Portogallo | out ES PT
it | near | vicino ad Arezzo | near Arezzo 25
it | near | nel raggio di 10 km da Arezzo | near Arezzo 10
it | between | tra Firenze e Roma | between Florence Rome
it | bearing | a nord di Firenze | bearing 0 Florence
it | bearing | a sud-est di Lione | bearing 135 Lyon
it | elevation | sopra i 1500 metri | above 1500
it | elevation | tra i 500 e gli 800 metri | -
it | elevation | tra 500 e 800 m di quota | band 500 800
it | coast | sulla costa | coast 25
it | coast | a meno di 5 km dal mare | coast 5
it | inland | nell'entroterra | inland 50
it | spoken | la gente parla portoghese | spoken pt
it | spoken | non si parla francese | unspoken fr
it | written | i cartelli sono in greco | written el
it | driving | si guida a sinistra | left
it | driving | le auto circolano a destra | right
it | season | è estate a gennaio | south
it | season | è inverno | season winter
it | time | è sera | time evening
it | remark | nota: case di pietra | remark
it | remark | i tetti sono rossi | remark
it | none | nessuno di questi | none
it | clue | C3 è sbagliato | clue C3
it | exclude | escludere la Francia | excluded FR
it | link | E1 e E2 mostrano lo stesso luogo | link E1 E2 1
it | several | in Italia, ma non in Toscana | in IT & out IT.16
pt | in | A foto foi tirada na Itália | in IT
pt | in | em Portugal, com certeza | in PT !c
pt | in | talvez na Toscana | in IT.16 !w
pt | in | acho que é em Munique | at Munich
pt | in | no Brasil ou na Argentina | in BR AR
pt | out | não é em França | out FR
pt | out | não fica no Brasil | out BR
pt | near | perto de Arezzo | near Arezzo 25
pt | near | a menos de 10 km de Arezzo | near Arezzo 10
pt | between | entre Munique e Roma | between Munich Rome
pt | bearing | a norte de Munique | bearing 0 Munich
pt | elevation | acima de 1.500 metros | above 1500
pt | elevation | entre 500 e 800 m de altitude | band 500 800
pt | coast | à beira-mar | coast 25
pt | coast | a menos de 5 km do mar | coast 5
pt | inland | longe do mar | inland 50
pt | spoken | as pessoas falam espanhol | spoken es
pt | spoken | não falam francês | unspoken fr
pt | written | as placas estão em grego | written el
pt | driving | conduzem pela esquerda | left
pt | driving | os carros circulam pela direita | right
pt | season | é verão em janeiro | south
pt | season | é inverno | season winter
pt | time | é de manhã | time morning
pt | remark | nota: calçada portuguesa | remark
pt | remark | os telhados são vermelhos | remark
pt | none | nenhum destes | none
pt | clue | C3 está errada | clue C3
pt | exclude | excluir a Espanha | excluded ES
pt | link | E1 e E2 mostram o mesmo lugar | link E1 E2 1
pt | several | em Portugal e falam português | in PT & spoken pt
ru | in | Фото сделано в Италии | in IT
ru | in | точно в Португалии | in PT !c
ru | in | возможно, в Тоскане | in IT.16 !w
ru | in | я думаю, что это во Флоренции | at Florence
ru | in | в Норвегии или Швеции | in NO SE
ru | out | это не в Германии | out DE
ru | out | ни в Испании, ни в Португалии | out ES PT
ru | out | вряд ли в Польше | out PL
ru | near | рядом с Мюнхеном | near Munich 50
ru | near | в радиусе 10 км от Ареццо | near Arezzo 10
ru | between | между Римом и Флоренцией | between Rome Florence
ru | bearing | к северу от Мюнхена | bearing 0 Munich
ru | bearing | южнее Мюнхена | bearing 180 Munich
ru | elevation | на высоте более 1500 метров | above 1500
ru | elevation | между 500 и 800 м над уровнем моря | band 500 800
ru | coast | на берегу моря | coast 25
ru | coast | не более 5 км от моря | coast 5
ru | inland | вдали от моря | inland 50
ru | spoken | люди говорят по-португальски | spoken pt
ru | spoken | там не говорят по-французски | unspoken fr
ru | written | вывески на греческом | written el
ru | driving | левостороннее движение | left
ru | driving | машины ездят по правой стороне | right
ru | season | лето в январе | south
ru | season | это зима | season winter
ru | time | снято вечером | time evening
ru | remark | примечание: дома из красного кирпича | remark
ru | remark | крыши красные | remark
ru | none | ни один из них | none
ru | clue | C3 неверна | clue C3
ru | exclude | исключить Францию | excluded FR
ru | link | E1 и E2 показывают одно и то же место | link E1 E2 1
ru | several | в Италии, но не в Тоскане | in IT & out IT.16
uk | in | Фото зроблено в Італії | in IT
uk | in | точно у Португалії | in PT !c
uk | in | можливо, у Тоскані | in IT.16 !w
uk | in | я думаю, що це у Флоренції | at Florence
uk | in | у Норвегії або Швеції | in NO SE
uk | out | це не в Німеччині | out DE
uk | out | ні в Іспанії, ні в Португалії | out ES PT
uk | near | біля Мюнхена | near Munich 50
uk | near | у радіусі 10 км від Ареццо | near Arezzo 10
uk | between | між Римом і Флоренцією | between Rome Florence
uk | bearing | на північ від Мюнхена | bearing 0 Munich
uk | elevation | на висоті понад 1500 метрів | above 1500
uk | elevation | між 500 і 800 м над рівнем моря | band 500 800
uk | coast | на березі моря | coast 25
uk | coast | не далі 5 км від моря | coast 5
uk | inland | далеко від моря | inland 50
uk | spoken | люди розмовляють португальською | spoken pt
uk | spoken | там не говорять французькою | unspoken fr
uk | written | вивіски грецькою мовою | written el
uk | driving | лівосторонній рух | left
uk | driving | машини їздять праворуч | right
uk | season | літо в січні | south
uk | season | зараз зима | season winter
uk | time | знято вранці | time morning
uk | remark | примітка: хати з білими стінами | remark
uk | remark | дахи червоні | remark
uk | none | жоден із них | none
uk | clue | C3 хибна | clue C3
uk | exclude | виключити Францію | excluded FR
uk | link | E1 і E2 показують одне й те саме місце | link E1 E2 1
uk | several | в Італії, але не в Тоскані | in IT & out IT.16
ar | in | التقطت الصورة في إيطاليا | in IT
ar | in | في البرتغال بالتأكيد | in PT !c
ar | in | ربما في توسكانا | in IT.16 !w
ar | in | أعتقد أنها في فلورنسا | at Florence
ar | in | في النرويج أو السويد | in NO SE
ar | out | ليست في فرنسا | out FR
ar | near | بالقرب من روما | near Rome 50
ar | near | على بعد أقل من 10 كم من روما | near Rome 10
ar | between | بين روما وفلورنسا | between Rome Florence
ar | bearing | شمال فلورنسا | bearing 0 Florence
ar | elevation | على ارتفاع أكثر من ١٥٠٠ متر | above 1500
ar | elevation | بين 500 و800 متر | band 500 800
ar | coast | على الساحل | coast 25
ar | coast | على بعد أقل من 5 كم من البحر | coast 5
ar | inland | بعيدا عن البحر | inland 50
ar | spoken | يتحدث الناس الإسبانية | spoken es
ar | spoken | لا يتحدثون الفرنسية | unspoken fr
ar | written | اللافتات مكتوبة باللغة اليونانية | written el
ar | driving | يقودون على اليسار | left
ar | season | الصيف في يناير | south
ar | season | إنه فصل الشتاء | season winter
ar | time | إنه الصباح | time morning
ar | remark | ملاحظة: بيوت من الطين | remark
ar | none | لا شيء من هذه | none
ar | clue | C3 خاطئ | clue C3
ar | exclude | استبعد فرنسا | excluded FR
ar | link | E1 و E2 تظهر المكان نفسه | link E1 E2 1
ar | several | في إيطاليا، ولكن ليس في توسكانا | in IT & out IT.16
zh | in | 这张照片是在意大利拍的 | in IT
zh | in | 肯定在葡萄牙 | in PT !c
zh | in | 也许在托斯卡纳 | in IT.16 !w
zh | in | 我觉得是在佛罗伦萨 | at Florence
zh | in | 在挪威或者瑞典 | in NO SE
zh | out | 不在法国 | out FR
zh | out | 不太可能在波兰 | out PL
zh | near | 慕尼黑附近 | near Munich 50
zh | near | 距离罗马10公里以内 | near Rome 10
zh | between | 在罗马和佛罗伦萨之间 | between Rome Florence
zh | bearing | 在慕尼黑以北 | bearing 0 Munich
zh | bearing | 佛罗伦萨的西南方向 | bearing 225 Florence
zh | elevation | 海拔1500米以上 | above 1500
zh | elevation | 海拔500到800米之间 | band 500 800
zh | coast | 在海边 | coast 25
zh | coast | 离海不到5公里 | coast 5
zh | inland | 远离大海 | inland 50
zh | spoken | 当地人说葡萄牙语 | spoken pt
zh | spoken | 他们不说法语 | unspoken fr
zh | written | 招牌上写的是希腊语 | written el
zh | driving | 车辆靠左行驶 | left
zh | driving | 那里靠右行驶 | right
zh | season | 一月是夏天 | south
zh | season | 现在是冬天 | season winter
zh | time | 是早上拍的 | time morning
zh | remark | 备注:屋顶都是红瓦 | remark
zh | remark | 屋顶是红色的 | remark
zh | none | 都不是 | none
zh | clue | C3是错的 | clue C3
zh | exclude | 排除法国 | excluded FR
zh | link | E1和E2是同一个地方 | link E1 E2 1
zh | several | 在意大利,但不在托斯卡纳 | in IT & out IT.16
"""
