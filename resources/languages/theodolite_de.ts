<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<extra-name>Deutsch</extra-name>
<extra-reviewed>no</extra-reviewed>
<context>
    <name>Theodolite</name>
    <message>
        <location filename="../../desktop/theodolite_desktop/aftermath.py"/>
        <source>Something broke inside. What was confirmed is saved, and so is what you were typing.</source>
        <translation>Im Programm ist etwas fehlgeschlagen. Bestätigtes ist gespeichert, auch was Sie gerade tippten.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/aftermath.py"/>
        <source>The window ended unexpectedly with {case} open. Nothing confirmed is lost.</source>
        <translation>Das Fenster endete unerwartet, während {case} offen war. Nichts Bestätigtes ist verloren.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/aftermath.py"/>
        <source>The last window ended unexpectedly. Nothing confirmed is lost.</source>
        <translation>Das letzte Fenster endete unerwartet. Nichts Bestätigtes ist verloren.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/aftermath.py"/>
        <source>The path is copied.</source>
        <translation>Der Pfad ist kopiert.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/aftermath.py"/>
        <source>A report of it, without words of the case, lies on this machine only.</source>
        <translation>Ein Bericht darüber, ohne Worte des Falls, liegt nur auf diesem Rechner.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/aftermath.py"/>
        <location filename="../../desktop/theodolite_desktop/views/joint_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/kept_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/references_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sources_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/aftermath.py"/>
        <source>Copy its path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/aftermath.py"/>
        <source>Open it again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/aftermath.py"/>
        <source>Copy the path of its report</source>
        <translation>Pfad des Berichts kopieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/asking.py"/>
        <source>waking the model</source>
        <translation>das Modell wird geweckt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>No language model is installed. Hints work without one; the packs page has one.</source>
        <translation>Kein Sprachmodell ist installiert. Hinweise gehen auch ohne; die Seite der Pakete hat eines.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Switch the hint off or remove it, and the first column is the answer again, bit for bit.</source>
        <translation>Schalten Sie den Hinweis aus oder entfernen Sie ihn, dann gilt wieder genau die erste Spalte.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Stopped. Nothing of what the model wrote was kept.</source>
        <translation>Angehalten. Nichts von dem, was das Modell schrieb, wurde behalten.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Answering “{text}”</source>
        <translation>Antwort auf „{text}“</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Looking at {exhibit}</source>
        <translation>{exhibit} wird betrachtet</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Naming clues in {exhibit}</source>
        <translation>Indizien in {exhibit} werden benannt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>The model points here for “{label}”. This is no mark of yours.</source>
        <translation>Das Modell zeigt hierher für „{label}“. Das ist keine Markierung von Ihnen.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Open or begin a case first.</source>
        <translation>Öffnen oder beginnen Sie zuerst einen Fall.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Reading “{text}”</source>
        <translation>„{text}“ wird gelesen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Summarising</source>
        <translation>Zusammenfassung entsteht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>This is waiting for the model already, or too much is.</source>
        <translation>Das wartet schon auf das Modell, oder zu viel anderes wartet.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Asleep</source>
        <translation>Schläft</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Ready, started anew</source>
        <translation>Bereit, neu gestartet</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Without it: {without}.
With it: {with_hint}.
{effect}</source>
        <translation>Ohne ihn: {without}.
Mit ihm: {with_hint}.
{effect}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Conflict</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>{cite} is no longer in this case.</source>
        <translation>{cite} ist nicht mehr in diesem Fall.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>similar photographs</source>
        <translation>ähnliche Fotos</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>aligned models</source>
        <translation>ausgerichtete Modelle</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>model answers</source>
        <translation>Antworten von Modellen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>{first}, {ahead} points ahead of {label}</source>
        <translation>{first}, {ahead} Punkte vor {label}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>no place named</source>
        <translation>kein Ort genannt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>Left out of what it wrote: {parts}.</source>
        <translation>Ausgelassen von dem, was es schrieb: {parts}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>what speaks from {source}</source>
        <translation>was aus {source} spricht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>clue {id}</source>
        <translation>Indiz {id}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>exhibit {id}</source>
        <translation>Beweisstück {id}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>hint {id}</source>
        <translation>Hinweis {id}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>verdict {id}</source>
        <translation>Urteil {id}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>record {id}</source>
        <translation>Eintrag {id}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>No language model is installed.</source>
        <translation>Kein Sprachmodell ist installiert.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>This model reads text only, not photographs.</source>
        <translation>Dieses Modell liest nur Text, keine Fotos.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>Choose an exhibit first.</source>
        <translation>Wählen Sie zuerst ein Beweisstück.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>{id} could not be decoded: there is nothing to look at.</source>
        <translation>{id} konnte nicht dekodiert werden: es gibt nichts zu betrachten.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>no place is named</source>
        <translation>kein Ort ist genannt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>{first}, with no other place listed</source>
        <translation>{first}, kein anderer Ort gelistet</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>{why} ({count} times)</source>
        <translation>{why} ({count}-mal)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>Without</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>With the hint</source>
        <translation>Mit dem Hinweis</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>In conflict</source>
        <translation>Im Widerspruch</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>the model's own</source>
        <translation>vom Modell selbst</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>{name} alone</source>
        <translation>{name} allein</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/camera_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <location filename="../../desktop/theodolite_desktop/sun_commands.py"/>
        <source>Choose an exhibit with a picture first.</source>
        <translation>Wählen Sie zuerst ein Beweisstück mit Bild.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_commands.py"/>
        <source>This clue is no line of writing that was read; there is nothing to correct.</source>
        <translation>Dieses Indiz ist keine gelesene Zeile; es gibt nichts zu berichtigen.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_commands.py"/>
        <source>Select two exhibits or more first: Ctrl and click, or Shift and the arrows.</source>
        <translation>Wählen Sie zuerst zwei oder mehr Beweisstücke: Strg und Klick, oder Umschalt und Pfeile.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_commands.py"/>
        <source>Reject clue {clue}</source>
        <translation>Indiz {clue} verwerfen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Reject</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_commands.py"/>
        <source>Reading the line anew</source>
        <translation>Die Zeile wird neu gelesen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_commands.py"/>
        <source>It stays listed, with your reason.</source>
        <translation>Es bleibt gelistet, mit Ihrem Grund.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_commands.py"/>
        <source>misread</source>
        <translation>falsch gelesen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_commands.py"/>
        <source>not from this scene</source>
        <translation>nicht aus dieser Szene</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_commands.py"/>
        <source>source not credible</source>
        <translation>Quelle nicht glaubwürdig</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Rejected: {reason}</source>
        <translation>Verworfen: {reason}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>none stated</source>
        <translation>nichts angegeben</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Method: {method}, rules {version}</source>
        <translation>Verfahren: {method}, Regeln {version}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Origins: {origins}</source>
        <translation>Herkunft: {origins}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Source switched off</source>
        <translation>Quelle ausgeschaltet</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Strength: {strength} · speaks for</source>
        <translation>Stärke: {strength} · spricht dafür</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Strength: {strength} · speaks against</source>
        <translation>Stärke: {strength} · spricht dagegen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Says nothing about places by itself; it does not count in the ranking.</source>
        <translation>Sagt allein nichts über Orte; es zählt nicht in der Rangfolge.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Read by {recogniser}</source>
        <translation>Gelesen von {recogniser}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Corrected to</source>
        <translation>Berichtigt zu</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>In Latin letters ({romanised_by})</source>
        <translation>In lateinischen Buchstaben ({romanised_by})</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Means</source>
        <translation>Bedeutet</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/commands.py"/>
        <source>Images ({suffixes});;All files (*)</source>
        <translation>Bilder ({suffixes});;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Recent cases</source>
        <translation>Letzte Fälle</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <location filename="../../desktop/theodolite_desktop/views/image_page.py"/>
        <source>Add exhibits</source>
        <translation>Beweisstücke hinzufügen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/commands.py"/>
        <source>Add a folder of photographs</source>
        <translation>Einen Ordner mit Fotos hinzufügen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/commands.py"/>
        <source>Not verified</source>
        <translation>Nicht verifiziert</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/commands.py"/>
        <source>Override</source>
        <translation>Dennoch</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/commands.py"/>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/commands.py"/>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/commands.py"/>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/commands.py"/>
        <source>The clipboard holds no image and no coordinates.</source>
        <translation>Die Zwischenablage enthält weder Bild noch Koordinaten.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/compare_wiring.py"/>
        <source>{name} could not be opened: {why}</source>
        <translation>{name} konnte nicht geöffnet werden: {why}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/compare_wiring.py"/>
        <source>No reference photograph near this candidate.</source>
        <translation>Kein Referenzfoto bei diesem Kandidaten.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/compare_wiring.py"/>
        <source>Bring the place into view, then choose Compare with this map view.</source>
        <translation>Holen Sie den Ort ins Bild und wählen Sie dann „Mit dieser Kartenansicht vergleichen“.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/compare_wiring.py"/>
        <location filename="../../desktop/theodolite_desktop/views/compare_placing.py"/>
        <source>Aligned by %n anchors</source>
        <translation><numerusform>Ausgerichtet mit %n Anker</numerusform><numerusform>Ausgerichtet mit %n Ankern</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/compare_wiring.py"/>
        <source>Aligned by hand, without anchors</source>
        <translation>Von Hand ausgerichtet, ohne Anker</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/compare_wiring.py"/>
        <source>%n numbers stand on both pictures</source>
        <translation><numerusform>%n Nummer steht auf beiden Bildern</numerusform><numerusform>%n Nummern stehen auf beiden Bildern</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/compare_wiring.py"/>
        <source>reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/compare_wiring.py"/>
        <source>Kept. The report prints this comparison.</source>
        <translation>Behalten. Der Bericht druckt diesen Vergleich.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>Similar photographs</source>
        <translation>Ähnliche Fotos</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <location filename="../../desktop/theodolite_desktop/views/references_dialog.py"/>
        <source>Filed references</source>
        <translation>Abgelegte Referenzen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>Made from this exhibit</source>
        <translation>Aus diesem Beweisstück gemacht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>Map views</source>
        <translation>Kartenansichten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>Other exhibits</source>
        <translation>Andere Beweisstücke</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>MAP VIEW · {place} · zoom {zoom}</source>
        <translation>KARTENANSICHT · {place} · Zoom {zoom}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>Map {place}</source>
        <translation>Karte {place}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>REFERENCE {name}</source>
        <translation>REFERENZ {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>cosine {value}</source>
        <translation>Kosinus {value}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>%n references</source>
        <translation><numerusform>%n Referenz</numerusform><numerusform>%n Referenzen</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>imagery date not known</source>
        <translation>Datum der Aufnahmen unbekannt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>MADE FROM {exhibit}</source>
        <translation>GEMACHT AUS {exhibit}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <location filename="../../desktop/theodolite_desktop/views/compare.py"/>
        <source>EXHIBIT {exhibit} · {name}</source>
        <translation>BEWEISSTÜCK {exhibit} · {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>map view</source>
        <translation>Kartenansicht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>no reference near</source>
        <translation>keine Referenz in der Nähe</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/conflict_rows.py"/>
        <source>(not there)</source>
        <translation>(nicht da)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/controller.py"/>
        <location filename="../../desktop/theodolite_desktop/desk.py"/>
        <source>Opening the places of the world</source>
        <translation>Die Orte der Welt werden geöffnet</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/controller.py"/>
        <source>Adding exhibits</source>
        <translation>Beweisstücke werden hinzugefügt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/controller.py"/>
        <source>Adding the pasted image</source>
        <translation>Das eingefügte Bild wird hinzugefügt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/controller.py"/>
        <location filename="../../desktop/theodolite_desktop/inspector_commands.py"/>
        <source>Reading exhibits</source>
        <translation>Beweisstücke werden gelesen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/controller.py"/>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Verifying</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/covering.py"/>
        <source>{exhibit} · covered · F9 shows it</source>
        <translation>{exhibit} · verdeckt · F9 zeigt es</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/covering.py"/>
        <source>Covered</source>
        <translation>Verdeckt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <source>Making a picture from {id}</source>
        <translation>Ein Bild aus {id} entsteht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <source>Making {name} again</source>
        <translation>{name} wird neu gemacht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <source>Save {name}</source>
        <translation>{name} sichern</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <source>Folder for what is to be stamped</source>
        <translation>Ordner für das, was gestempelt werden soll</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <source>Choose an exhibit with a readable picture first.</source>
        <translation>Wählen Sie zuerst ein Beweisstück mit lesbarem Bild.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <source>Made from {id}, on record with its recipe and hash.</source>
        <translation>Aus {id} gemacht, mit Rezept und Hash im Protokoll.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <source>{name} made again gives the hash on record.</source>
        <translation>{name}, neu gemacht, ergibt den Hash im Protokoll.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <source>{name} made again does not give the hash on record.</source>
        <translation>{name}, neu gemacht, ergibt nicht den Hash im Protokoll.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <source>Saving {name}</source>
        <translation>{name} wird gesichert</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <source>Saved as {path}</source>
        <translation>Gesichert als {path}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <source>Written: {names}. Take them to a time-stamping service.</source>
        <translation>Geschrieben: {names}. Bringen Sie sie zu einem Zeitstempeldienst.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Invalid</source>
        <translation>Ungültig</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>%n steps</source>
        <translation><numerusform>%n Schritt</numerusform><numerusform>%n Schritte</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Not intact: {first}</source>
        <translation>Nicht unversehrt: {first}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>%n files</source>
        <translation><numerusform>%n Datei</numerusform><numerusform>%n Dateien</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>%n records</source>
        <translation><numerusform>%n Eintrag</numerusform><numerusform>%n Einträge</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>a hash differs</source>
        <translation>ein Hash weicht ab</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Verifying {done} of {total}</source>
        <translation>Prüfung {done} von {total}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Taken from</source>
        <translation>Entnommen aus</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Name there</source>
        <translation>Name dort</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Taken in</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>File changed</source>
        <translation>Datei geändert</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Condition</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>readable, {width} × {height} pixels</source>
        <translation>lesbar, {width} × {height} Pixel</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>not readable; kept as it is</source>
        <translation>nicht lesbar; bleibt, wie es ist</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/references_dialog.py"/>
        <source>withdrawn</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>marked graphic</source>
        <translation>als drastisch markiert</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>{utc} · records 1 to {last} about {about} · key {key}</source>
        <translation>{utc} · Einträge 1 bis {last} über {about} · Schlüssel {key}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>{utc} · records 1 to {last} · key {key}</source>
        <translation>{utc} · Einträge 1 bis {last} · Schlüssel {key}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>head {head}</source>
        <translation>Kopf {head}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Intact at {at}: {files} and {records} match their hashes, with {destroyed}.</source>
        <translation>Unversehrt um {at}: {files} und {records} passen zu ihren Hashes, mit {destroyed}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>no file: pasted</source>
        <translation>keine Datei: eingefügt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Made from</source>
        <translation>Gemacht aus</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Good, by another key</source>
        <translation>Gültig, mit anderem Schlüssel</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>{person} signed · {look}</source>
        <translation>{person} unterschrieb · {look}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>states {time}</source>
        <translation>nennt {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>of the head now</source>
        <translation>vom Kopf jetzt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>imported {time}
file SHA-256 {sha256}
head {head}</source>
        <translation>eingelesen {time}
Datei SHA-256 {sha256}
Kopf {head}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Intact at {at}: {files} and {records} match their hashes.</source>
        <translation>Unversehrt um {at}: {files} und {records} passen zu ihren Hashes.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Good</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Bad</source>
        <translation>Ungültig</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>%n destructions</source>
        <translation><numerusform>%n Vernichtung</numerusform><numerusform>%n Vernichtungen</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>And {number} more.</source>
        <translation>Und {number} weitere.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>key {key}</source>
        <translation>Schlüssel {key}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>of no record here</source>
        <translation>von keinem Eintrag hier</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_commands.py"/>
        <source>{lead} is taken out. Ctrl+Z brings it back.</source>
        <translation>{lead} ist herausgenommen. Strg+Z holt es zurück.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/desk_list.py"/>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <source>In work</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <source>Dropped</source>
        <translation>Fallen gelassen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <source>Photograph</source>
        <translation>Foto</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <source>Satellite picture</source>
        <translation>Satellitenbild</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <source>Street view</source>
        <translation>Straßenansicht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/centre.py"/>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Clue</source>
        <translation>Indiz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <source>Lead</source>
        <translation>Spur</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/compare_board.py"/>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>Search area</source>
        <translation>Suchgebiet</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/speaking.py"/>
        <source>Spoken of in</source>
        <translation>Erwähnt in</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <source>Note on {exhibit}</source>
        <translation>Notiz zu {exhibit}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Note on the case</source>
        <translation>Notiz zum Fall</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Leads</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/drafting.py"/>
        <source>What you were typing is back.</source>
        <translation>Was Sie tippten, ist wieder da.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>All fields ({number})</source>
        <translation>Alle Felder ({number})</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>{new} added, hashed and stored</source>
        <translation>{new} hinzugefügt, gehasht und gespeichert</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>{when} by {operator}</source>
        <translation>{when} von {operator}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sources_dialog.py"/>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>Serial</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>Software</source>
        <translation>Software</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>Refused {name} and {number} more: {why}</source>
        <translation>{name} und {number} weitere abgelehnt: {why}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>Refused {name}: {why}</source>
        <translation>{name} abgelehnt: {why}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>{new} added, hashed and stored, {same} already there</source>
        <translation>{new} hinzugefügt, gehasht und gespeichert, {same} schon da</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>not decoded</source>
        <translation>nicht dekodiert</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>Claimed by the file</source>
        <translation>Behauptet von der Datei</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>Orientation</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>Altitude</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>{direction}° from true north</source>
        <translation>{direction}° von geografisch Nord</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>{time}, zone unknown</source>
        <translation>{time}, Zone unbekannt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/find_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/find_panel.py"/>
        <source>Find in the case</source>
        <translation>Im Fall suchen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <source>{title}: {count}</source>
        <translation>{title}: {count}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <source>%n matches</source>
        <translation><numerusform>%n Treffer</numerusform><numerusform>%n Treffer</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <source>No match in %n exhibits, notes, clues and log.</source>
        <translation><numerusform>Kein Treffer in %n Beweisstück, Notizen, Indizien und Protokoll.</numerusform><numerusform>Kein Treffer in %n Beweisstücken, Notizen, Indizien und Protokoll.</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <source>Recognised text</source>
        <translation>Erkannter Text</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <location filename="../../desktop/theodolite_desktop/views/inspector.py"/>
        <location filename="../../desktop/theodolite_desktop/views/inspector_rail.py"/>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Clues</source>
        <translation>Indizien</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <location filename="../../desktop/theodolite_desktop/views/inspector.py"/>
        <location filename="../../desktop/theodolite_desktop/views/inspector_rail.py"/>
        <location filename="../../desktop/theodolite_desktop/views/metadata.py"/>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/inspector.py"/>
        <location filename="../../desktop/theodolite_desktop/views/inspector_rail.py"/>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <location filename="../../desktop/theodolite_desktop/views/chip_area.py"/>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Hints</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <location filename="../../desktop/theodolite_desktop/views/inspector.py"/>
        <location filename="../../desktop/theodolite_desktop/views/inspector_rail.py"/>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <source>Search areas</source>
        <translation>Suchgebiete</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <source>Comparisons</source>
        <translation>Vergleiche</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <source>Carried out</source>
        <translation>Hinausgetragen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/inspector.py"/>
        <location filename="../../desktop/theodolite_desktop/views/inspector_rail.py"/>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <location filename="../../desktop/theodolite_desktop/views/layout.py"/>
        <location filename="../../desktop/theodolite_desktop/views/transcript.py"/>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <source>{title}: {count}, the first {listed}</source>
        <translation>{title}: {count}, die ersten {listed}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <source>%n passages not yet in Latin letters</source>
        <translation><numerusform>%n Stelle noch nicht in lateinischen Buchstaben</numerusform><numerusform>%n Stellen noch nicht in lateinischen Buchstaben</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <source>rejected or withdrawn</source>
        <translation>verworfen oder zurückgezogen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/ground_commands.py"/>
        <source>Maps ({patterns});;All files (*)</source>
        <translation>Karten ({patterns});;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/ground_commands.py"/>
        <source>Importing {name}</source>
        <translation>{name} wird eingelesen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/ground_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/map/ground_layer.py"/>
        <source>Import a map pack</source>
        <translation>Kartenpaket einlesen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/ground_commands.py"/>
        <source>Installed: {what}</source>
        <translation>Installiert: {what}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/ground_commands.py"/>
        <source>Drawing the reference points</source>
        <translation>Referenzpunkte werden gezeichnet</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/ground_commands.py"/>
        <source>This case has no reference index. Add one in the Case menu.</source>
        <translation>Dieser Fall hat keinen Referenzindex. Fügen Sie einen im Menü Fall hinzu.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <location filename="../../desktop/theodolite_desktop/views/layout.py"/>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Exhibits</source>
        <translation>Beweisstücke</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>Each file of the case. It was copied and hashed before anything opened it; the original is never changed. Try: choose E2 and come back to E1.</source>
        <translation>Jede Datei des Falls. Sie wurde kopiert und gehasht, bevor etwas sie öffnete; das Original wird nie verändert. Versuch: wählen Sie E2 und kehren Sie zu E1 zurück.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>The image and its marks</source>
        <translation>Das Bild und seine Markierungen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>Numbered marks belong to clues: some were read by machine, mark 7 was drawn by a person. Try: the wheel zooms to the pointer, comma and period go from mark to mark.</source>
        <translation>Nummerierte Markierungen gehören zu Indizien: manche las die Maschine, Markierung 7 zeichnete ein Mensch. Versuch: das Rad zoomt zum Zeiger, Komma und Punkt gehen von Markierung zu Markierung.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>What the file says about itself. Every value is a claim: E1 carries none, E3 claims Florence and contradicts E2. Nobody is called false by that.</source>
        <translation>Was die Datei über sich sagt. Jeder Wert ist eine Behauptung: E1 trägt keine, E3 behauptet Florenz und widerspricht E2. Niemand wird dadurch falsch genannt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>What was seen, what follows from it, and how far it is trusted. Try: Space switches a clue off and on again; watch its points and the candidates.</source>
        <translation>Was gesehen wurde, was daraus folgt und wie weit man ihm traut. Versuch: die Leertaste schaltet ein Indiz aus und ein; achten Sie auf seine Punkte und die Kandidaten.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>Places that the evidence favours. The bars add up to the total: for to the one side, against, hatched, to the other. Only a person verifies a place. Try: E opens and closes the bars.</source>
        <translation>Orte, für die der Befund spricht. Die Balken ergeben zusammen die Summe: dafür zur einen Seite, dagegen, schraffiert, zur anderen. Nur ein Mensch verifiziert einen Ort. Versuch: E öffnet und schließt die Balken.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>Say what you know. A chip is proposed first and counts only when you apply it; removed, the former ranking is back. Try: press the switch of “in Italy”.</source>
        <translation>Sagen Sie, was Sie wissen. Ein Chip ist erst vorgeschlagen und zählt nur, wenn Sie ihn anwenden; entfernt, gilt die frühere Rangfolge. Versuch: drücken Sie den Schalter von „in Italy“.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>The hint line</source>
        <translation>Die Hinweiszeile</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>Ctrl+L brings you here from anywhere. A question is answered from the records, then by the language model, whose text is marked and is never evidence.</source>
        <translation>Strg+L bringt Sie von überall hierher. Eine Frage wird aus den Einträgen beantwortet, dann vom Sprachmodell; dessen Text ist gekennzeichnet und nie Beweis.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <location filename="../../desktop/theodolite_desktop/views/centre.py"/>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <location filename="../../desktop/theodolite_desktop/views/references_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>The exhibit beside a reference. Two anchors on each align them; the lock keeps your alignment. Try: Space lays one over the other.</source>
        <translation>Das Beweisstück neben einer Referenz. Zwei Anker auf jedem richten sie aus; das Schloss hält Ihre Ausrichtung. Versuch: die Leertaste legt eines über das andere.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>Candidates by colour and shape of their status, the regions that hold 50 and 90 % of the probability, and what files claim. It works without a network.</source>
        <translation>Kandidaten nach Farbe und Form ihres Standes, die Gebiete mit 50 und 90 % der Wahrscheinlichkeit und was Dateien behaupten. Es geht ohne Netz.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <location filename="../../desktop/theodolite_desktop/views/inspector.py"/>
        <location filename="../../desktop/theodolite_desktop/views/inspector_rail.py"/>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>Custody</source>
        <translation>Verwahrung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>Each step is a record chained to the one before. Verify hashes every original again; the head that a report prints fixes everything up to there.</source>
        <translation>Jeder Schritt ist ein Eintrag, an den vorigen gekettet. „Prüfen“ hasht jedes Original neu; der Kopf, den ein Bericht druckt, legt alles bis dahin fest.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>The report</source>
        <translation>Der Bericht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>What was found, on what it rests and what speaks against it, so that a stranger can check it. Ctrl+E exports it. That is the tour; F1 helps with whatever has the focus.</source>
        <translation>Was gefunden wurde, worauf es ruht und was dagegen spricht, damit ein Fremder es prüfen kann. Strg+E schreibt ihn. Das war der Rundgang; F1 hilft zu allem, was den Fokus hat.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>Tour of the sample case</source>
        <translation>Rundgang durch den Beispielfall</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>The tour goes through the sample case: drawn pictures of an invented search.</source>
        <translation>Der Rundgang geht durch den Beispielfall: gezeichnete Bilder einer erfundenen Suche.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>It is built on this machine, which takes a minute or two the first time.</source>
        <translation>Er wird auf diesem Rechner gebaut; das dauert beim ersten Mal ein bis zwei Minuten.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>Building the sample case</source>
        <translation>Der Beispielfall wird gebaut</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>The sample case could not be built: {why}</source>
        <translation>Der Beispielfall konnte nicht gebaut werden: {why}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>The case that is open is closed; everything in it is saved.</source>
        <translation>Der offene Fall wird geschlossen; alles darin ist gespeichert.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/centre.py"/>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/centre.py"/>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <source>Hint line and chips</source>
        <translation>Hinweiszeile und Chips</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <source>Everywhere else</source>
        <translation>Überall sonst</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <source>Say it · new line</source>
        <translation>Sagen · neue Zeile</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <source>Bring back what was said last, in the empty line</source>
        <translation>In der leeren Zeile: zuletzt Gesagtes zurückholen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <source>On a chip: on, off or apply · edit · remove</source>
        <translation>Auf einem Chip: ein, aus oder anwenden · ändern · entfernen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <source>On a chip: before and after · rankings of a link</source>
        <translation>Auf einem Chip: vorher und nachher · Rangfolgen einer Verbindung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <source>Next, previous control</source>
        <translation>Nächstes, voriges Element</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <source>Context menu</source>
        <translation>Kontextmenü</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <source>Stop or close</source>
        <translation>Anhalten oder schließen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/image_commands.py"/>
        <source>The horizon is on record. The view can be levelled by it, and shadows are measured on its ground where the focal length is known.</source>
        <translation>Der Horizont ist im Protokoll. Die Ansicht kann nach ihm gerichtet werden, und Schatten werden auf seinem Boden gemessen, wo die Brennweite bekannt ist.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/image_commands.py"/>
        <source>Draw the horizon first (H): the view is levelled by it.</source>
        <translation>Zeichnen Sie zuerst den Horizont (H): nach ihm wird die Ansicht gerichtet.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/index_commands.py"/>
        <source>Folder of a reference index</source>
        <translation>Ordner eines Referenzindex</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/index_commands.py"/>
        <source>Making a reference index</source>
        <translation>Ein Referenzindex entsteht</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/index_commands.py"/>
        <source>Index of %n references made</source>
        <translation><numerusform>Index mit %n Referenz gemacht</numerusform><numerusform>Index mit %n Referenzen gemacht</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/inspector_commands.py"/>
        <source>Reading {number} of {total} exhibits</source>
        <translation>{number} von {total} Beweisstücken werden gelesen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/job_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <location filename="../../desktop/theodolite_desktop/views/status.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Jobs</source>
        <translation>Arbeiten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/job_commands.py"/>
        <source>{name} failed: {why}</source>
        <translation>{name} schlug fehl: {why}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/job_commands.py"/>
        <source>{name}: finished after {took}.</source>
        <translation>{name}: fertig nach {took}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/keeping_commands.py"/>
        <source>Destroying {id}</source>
        <translation>{id} wird vernichtet</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/keeping_commands.py"/>
        <source>{name} is destroyed. Its tombstone stays in the log.</source>
        <translation>{name} ist vernichtet. Sein Grabstein bleibt im Protokoll.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/keeping_commands.py"/>
        <source>%n exhibits withdrawn; their bytes and history stay. Ctrl+Z brings back one by one.</source>
        <translation><numerusform>%n Beweisstück zurückgezogen; Bytes und Geschichte bleiben. Strg+Z holt es zurück.</numerusform><numerusform>%n Beweisstücke zurückgezogen; Bytes und Geschichte bleiben. Strg+Z holt eines nach dem anderen zurück.</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/layout_commands.py"/>
        <source>Click into a panel first: the one with the focus is detached.</source>
        <translation>Klicken Sie zuerst in ein Feld: das mit dem Fokus wird abgelöst.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/ground_layer.py"/>
        <source>No map data here at this zoom.</source>
        <translation>Bei diesem Zoom gibt es hier keine Kartendaten.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/paper.py"/>
        <source>Report as it will be written</source>
        <translation>Bericht, wie er geschrieben wird</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/scene.py"/>
        <source>Borders: Natural Earth, public domain · Places: GeoNames, CC BY 4.0 · drawn by Leaflet, offline</source>
        <translation>Grenzen: Natural Earth, gemeinfrei · Orte: GeoNames, CC BY 4.0 · gezeichnet von Leaflet, ohne Netz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/scene.py"/>
        <source>{name}, cosine {cosine}</source>
        <translation>{name}, Kosinus {cosine}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/scene.py"/>
        <source>{exhibit}: GPS claimed</source>
        <translation>{exhibit}: GPS behauptet</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/view.py"/>
        <source>Map of candidates</source>
        <translation>Karte der Kandidaten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>North is up</source>
        <translation>Norden ist oben</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Map. Arrow keys move it, plus and minus zoom, Tab goes through the candidates.</source>
        <translation>Karte. Pfeile bewegen sie, Plus und Minus zoomen, Tab geht durch die Kandidaten.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <location filename="../../desktop/theodolite_desktop/views/map_page.py"/>
        <source>No candidates yet. The world map works offline.</source>
        <translation>Noch keine Kandidaten. Die Weltkarte geht ohne Netz.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Suggested</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Under review</source>
        <translation>In Prüfung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>Rejected</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Exhibit GPS, claimed</source>
        <translation>GPS des Beweisstücks, behauptet</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Clues, by number</source>
        <translation>Indizien, nach Nummer</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Similar references</source>
        <translation>Ähnliche Referenzen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>{level} % region</source>
        <translation>{level}-%-Gebiet</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Sun band, 95 %</source>
        <translation>Sonnenband, 95 %</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Where sun bands overlap</source>
        <translation>Wo Sonnenbänder sich überdecken</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Camera wedge, any distance</source>
        <translation>Kamerakeil, jede Entfernung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Camera, 95 % ellipse</source>
        <translation>Kamera, 95-%-Ellipse</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>{count} of {total} reference points</source>
        <translation>{count} von {total} Referenzpunkten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>No map data</source>
        <translation>Keine Kartendaten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Searched</source>
        <translation>Durchsucht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Excluded</source>
        <translation>Ausgeschlossen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Unclear</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>searched</source>
        <translation>durchsucht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>excluded</source>
        <translation>ausgeschlossen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>unclear</source>
        <translation>unklar</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>to search</source>
        <translation>zu durchsuchen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>{rank}. {name}, {status}</source>
        <translation>{rank}. {name}, {status}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>row {row}, column {column}, {state}</source>
        <translation>Zeile {row}, Spalte {column}, {state}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Click points to measure. Space sets one at the crosshair, Esc ends.</source>
        <translation>Klicken Sie Punkte zum Messen. Leertaste setzt einen am Fadenkreuz, Esc beendet.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Click the corners of the ground to search. Space sets one at the crosshair.</source>
        <translation>Klicken Sie die Ecken des Bodens, der zu durchsuchen ist. Leertaste setzt eine am Fadenkreuz.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Enter or a double click closes the area, Backspace takes a corner back.</source>
        <translation>Eingabe oder Doppelklick schließt das Gebiet, Rücktaste nimmt eine Ecke zurück.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Click or drag over cells: {state}. Arrows move, 1 searched, 2 excluded, 3 unclear, 0 to search.</source>
        <translation>Klicken oder ziehen Sie über Zellen: {state}. Pfeile bewegen, 1 durchsucht, 2 ausgeschlossen, 3 unklar, 0 offen.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <source>Link to a map service…</source>
        <translation>Link zu einem Kartendienst…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <source>Overpass query…</source>
        <translation>Overpass-Abfrage…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <source>Coordinates alone…</source>
        <translation>Nur Koordinaten…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <source>Copied and recorded. Nothing was opened.</source>
        <translation>Kopiert und protokolliert. Nichts wurde geöffnet.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <source>The region of {clue} on {exhibit}</source>
        <translation>Das Gebiet von {clue} auf {exhibit}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <source>All of {exhibit}. Choose a clue with a region to carry out only that.</source>
        <translation>Ganz {exhibit}. Wählen Sie ein Indiz mit Gebiet, um nur dieses hinauszutragen.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <location filename="../../desktop/theodolite_desktop/views/crop_dialog.py"/>
        <source>Making the crop</source>
        <translation>Der Ausschnitt entsteht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <source>Written and recorded: {name}, SHA-256 {hash}…</source>
        <translation>Geschrieben und protokolliert: {name}, SHA-256 {hash}…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <source>Save the crop</source>
        <translation>Ausschnitt sichern</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <source>Copied as text and recorded. Nothing was opened.</source>
        <translation>Als Text kopiert und protokolliert. Nichts wurde geöffnet.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>Export what the map shows</source>
        <translation>Ausgeben, was die Karte zeigt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Show it whole</source>
        <translation>Ganz zeigen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Title, cells and note…</source>
        <translation>Titel, Zellen und Notiz…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Overpass query inside it…</source>
        <translation>Overpass-Abfrage darin…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>{area} removed. Undo brings it back.</source>
        <translation>{area} entfernt. Rückgängig holt es zurück.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Compare with {exhibit}</source>
        <translation>Mit {exhibit} vergleichen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>The file names what the map shows as exactly as the case does.</source>
        <translation>Die Datei nennt, was die Karte zeigt, so genau wie der Fall.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Nobody's protection is applied to it. For others, write a report with reduced precision.</source>
        <translation>Niemandes Schutz wird darauf angewandt. Für andere schreiben Sie einen Bericht mit geringerer Genauigkeit.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>No search areas yet. W draws one.</source>
        <translation>Noch keine Suchgebiete. W zeichnet eines.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Open a case first: a search area is part of it.</source>
        <translation>Öffnen Sie zuerst einen Fall: ein Suchgebiet gehört dazu.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Centre the map here</source>
        <translation>Karte hier zentrieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Measure a distance	D</source>
        <translation>Entfernung messen	D</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Draw a search area	W</source>
        <translation>Suchgebiet zeichnen	W</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Open the map first.</source>
        <translation>Öffnen Sie zuerst die Karte.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Carry out</source>
        <translation>Hinaustragen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Written: {name}</source>
        <translation>Geschrieben: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_wiring.py"/>
        <source>A part of the map could not be drawn. The case is unharmed; the log says more.</source>
        <translation>Ein Teil der Karte konnte nicht gezeichnet werden. Der Fall ist unversehrt; das Programmprotokoll sagt mehr.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_wiring.py"/>
        <source>Drawing the world map</source>
        <translation>Die Weltkarte wird gezeichnet</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>Bringing in the other copy</source>
        <translation>Die andere Kopie wird hereingeholt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>Type the passphrase of that copy; it is only read, and stays encrypted as it is.</source>
        <translation>Geben Sie die Passphrase jener Kopie ein; sie wird nur gelesen und bleibt verschlüsselt.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>%n records are different in the two copies and not decided.</source>
        <translation><numerusform>%n Eintrag ist in den beiden Kopien verschieden und nicht entschieden.</numerusform><numerusform>%n Einträge sind in den beiden Kopien verschieden und nicht entschieden.</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>Bundle to open</source>
        <translation>Zu öffnendes Bündel</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>Make the case here</source>
        <translation>Den Fall hier anlegen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>Cases (*.case)</source>
        <translation>Fälle (*.case)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>The other copy: a case or a bundle</source>
        <translation>Die andere Kopie: ein Fall oder ein Bündel</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>%n records of the other copy brought in</source>
        <translation><numerusform>%n Eintrag der anderen Kopie hereingeholt</numerusform><numerusform>%n Einträge der anderen Kopie hereingeholt</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>Nothing new in it</source>
        <translation>Nichts Neues darin</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>{number} to decide</source>
        <translation>{number} zu entscheiden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>left out: {what}</source>
        <translation>ausgelassen: {what}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>Reading the bundle</source>
        <translation>Das Bündel wird gelesen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>Unlock the other copy</source>
        <translation>Die andere Kopie entsperren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>Decide…</source>
        <translation>Entscheiden…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>Read-only: you can look and export, but nothing can be changed here.</source>
        <translation>Nur lesen: Sie können ansehen und ausgeben, aber nichts ändern.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>The folder of this case is not there any more: {folder}. What was confirmed is safe on that drive. Connect it again, then try again.</source>
        <translation>Der Ordner dieses Falls ist nicht mehr da: {folder}. Bestätigtes ist auf jenem Laufwerk sicher. Schließen Sie es wieder an und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <location filename="../../desktop/theodolite_desktop/operations/cases.py"/>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>New case</source>
        <translation>Neuer Fall</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>Open case</source>
        <translation>Fall öffnen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>You can look at it here meanwhile; nothing can be changed.</source>
        <translation>Sie können ihn hier inzwischen ansehen; nichts kann geändert werden.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>The passphrase is changed.</source>
        <translation>Die Passphrase ist geändert.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>Writing works again.</source>
        <translation>Das Schreiben geht wieder.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>This passphrase does not open the case.</source>
        <translation>Diese Passphrase öffnet den Fall nicht.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>Open for reading only?</source>
        <translation>Nur zum Lesen öffnen?</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>Open read-only</source>
        <translation>Nur lesend öffnen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <location filename="../../desktop/theodolite_desktop/views/map_page.py"/>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Close case</source>
        <translation>Fall schließen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>Open for writing</source>
        <translation>Zum Schreiben öffnen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/areas.py"/>
        <source>{degrees}° from north</source>
        <translation>{degrees}° von Nord</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/areas.py"/>
        <source>{total} in all · last part {part}, {way}</source>
        <translation>{total} insgesamt · letzter Teil {part}, {way}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>{horizontal}° wide, claimed: {source}{notes}</source>
        <translation>{horizontal}° breit, behauptet: {source}{notes}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>Focal length</source>
        <translation>Brennweite</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>Map points, tolerance</source>
        <translation>Kartenpunkte, Toleranz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>Angles, tolerance</source>
        <translation>Winkel, Toleranz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <source>Heading</source>
        <translation>Blickrichtung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>95 % ellipse {long} x {short} m, long axis {orientation}°</source>
        <translation>95-%-Ellipse {long} x {short} m, lange Achse {orientation}°</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>Looking {heading}° ± {tolerance}°</source>
        <translation>Blick nach {heading}° ± {tolerance}°</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>Misfit {misfit} over %n spare measurements</source>
        <translation><numerusform>Abweichung {misfit} über %n überzählige Messung</numerusform><numerusform>Abweichung {misfit} über %n überzählige Messungen</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>No measurement to spare: nothing tests these points.</source>
        <translation>Keine überzählige Messung: nichts prüft diese Punkte.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>Heading, tolerance</source>
        <translation>Blickrichtung, Toleranz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>Pair {n}, near point</source>
        <translation>Paar {n}, naher Punkt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>Pair {n}, far point</source>
        <translation>Paar {n}, ferner Punkt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>Point {n}</source>
        <translation>Punkt {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/places.py"/>
        <source>Read as {format}: {note}.</source>
        <translation>Gelesen als {format}: {note}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/places.py"/>
        <source>Read as {format}.</source>
        <translation>Gelesen als {format}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/printing.py"/>
        <source>there is no print service</source>
        <translation>es gibt keinen Druckdienst</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/printing.py"/>
        <source>{queue} did not take the report: {problem}. The PDF is written: {path}. Print it from there.</source>
        <translation>{queue} nahm den Bericht nicht an: {problem}. Das PDF ist geschrieben: {path}. Drucken Sie es von dort.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/printing.py"/>
        <source>Printing on {queue}</source>
        <translation>Druck auf {queue}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/reading.py"/>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <location filename="../../desktop/theodolite_desktop/views/image_page.py"/>
        <location filename="../../desktop/theodolite_desktop/views/metadata.py"/>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <source>Choose an exhibit on the left.</source>
        <translation>Wählen Sie links ein Beweisstück.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/report.py"/>
        <source>Laying out the report</source>
        <translation>Der Bericht wird gesetzt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/report.py"/>
        <source>Checking {name}</source>
        <translation>{name} wird geprüft</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/report.py"/>
        <source>cannot be read: {strerror}</source>
        <translation>nicht lesbar: {strerror}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/report.py"/>
        <source>its bytes have changed</source>
        <translation>seine Bytes haben sich geändert</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/shapes.py"/>
        <source>{id}: direction claimed</source>
        <translation>{id}: Richtung behauptet</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/shapes.py"/>
        <source>{id}: camera heading</source>
        <translation>{id}: Blickrichtung der Kamera</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/shapes.py"/>
        <source>Where the sun bands overlap</source>
        <translation>Wo die Sonnenbänder sich überdecken</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/shapes.py"/>
        <source>{id}: sun band, 95 %</source>
        <translation>{id}: Sonnenband, 95 %</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/strategies.py"/>
        <source>Everything known</source>
        <translation>Alles Bekannte</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/strategies.py"/>
        <source>Geocells</source>
        <translation>Geozellen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/sun.py"/>
        <source>Tolerance: {name}</source>
        <translation>Toleranz: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/sun.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Object height</source>
        <translation>Höhe des Gegenstands</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/sun.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Shadow length</source>
        <translation>Länge des Schattens</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/sun.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Camera bearing</source>
        <translation>Peilung der Kamera</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/sun.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Shadow direction</source>
        <translation>Richtung des Schattens</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/sun.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Sun elevation</source>
        <translation>Höhe der Sonne</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/sun.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Sun azimuth</source>
        <translation>Azimut der Sonne</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/sun.py"/>
        <source>Clock tolerance</source>
        <translation>Toleranz der Uhr</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/together.py"/>
        <source>For: {clues}</source>
        <translation>Dafür: {clues}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/together.py"/>
        <source>Against: {clues}</source>
        <translation>Dagegen: {clues}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/outgoing_commands.py"/>
        <source>Printed on {queue}; the PDF: {names}</source>
        <translation>Gedruckt auf {queue}; das PDF: {names}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/outgoing_commands.py"/>
        <source>Write the PDF into this folder</source>
        <translation>Das PDF in diesen Ordner schreiben</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/outgoing_commands.py"/>
        <source>Named snapshot recorded: {name}</source>
        <translation>Benannter Stand protokolliert: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/outgoing_commands.py"/>
        <source>Choose a printer…</source>
        <translation>Drucker wählen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/outgoing_commands.py"/>
        <source>Printing the report</source>
        <translation>Der Bericht wird gedruckt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/outgoing_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/report_commands.py"/>
        <source>Report written: {names}</source>
        <translation>Bericht geschrieben: {names}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/packs_install.py"/>
        <source>Import a pack</source>
        <translation>Paket einlesen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/packs_install.py"/>
        <source>Fetching {name}</source>
        <translation>{name} wird geholt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/packs_install.py"/>
        <source>Importing a pack</source>
        <translation>Ein Paket wird eingelesen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/packs_install.py"/>
        <source>The program that fetches packs could not be started: {name}</source>
        <translation>Das Programm, das Pakete holt, konnte nicht starten: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/packs_install.py"/>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/packs_install.py"/>
        <source>Stopped. Nothing half-installed remains.</source>
        <translation>Angehalten. Nichts Halbes bleibt zurück.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/packs_install.py"/>
        <source>Installed.</source>
        <translation>Installiert.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/packs_install.py"/>
        <source>The pack could not be installed.</source>
        <translation>Das Paket konnte nicht installiert werden.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/place_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Coordinates</source>
        <translation>Koordinaten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/place_commands.py"/>
        <source>Copied {text}</source>
        <translation>{text} kopiert</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/place_commands.py"/>
        <source>Choose a candidate first.</source>
        <translation>Wählen Sie zuerst einen Kandidaten.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/place_commands.py"/>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/place_commands.py"/>
        <source>Add as candidate	A</source>
        <translation>Als Kandidat hinzufügen	A</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/pointing.py"/>
        <source>x {x}, y {y}</source>
        <translation>x {x}, y {y}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Drag over the part to keep, or type its edges.</source>
        <translation>Ziehen Sie über den Teil, der bleibt, oder tippen Sie seine Kanten.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Turn clockwise by the angle. Quarter turns lose nothing.</source>
        <translation>Im Uhrzeigersinn um den Winkel drehen. Viertelkreise verlieren nichts.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Mirrored pictures say so in their recipe.</source>
        <translation>Gespiegelte Bilder sagen es in ihrem Rezept.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Darker than black becomes black, lighter than white becomes white.</source>
        <translation>Dunkler als Schwarz wird schwarz, heller als Weiß wird weiß.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Brightness only.</source>
        <translation>Nur Helligkeit.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Click the corners of something flat: top left, top right, bottom right, bottom left.</source>
        <translation>Klicken Sie die Ecken von etwas Flachem: oben links, oben rechts, unten rechts, unten links.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>No detail is added: Lanczos smooths, nearest keeps the pixels as they are.</source>
        <translation>Kein Detail kommt hinzu: Lanczos glättet, „nächstes“ behält die Pixel.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Box, ring: drag over it. Line, arrow: click its start, then its end. Label: click where.</source>
        <translation>Rahmen, Ring: darüber ziehen. Linie, Pfeil: Anfang klicken, dann Ende. Beschriftung: Ort klicken.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Crop</source>
        <translation>Zuschneiden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Rotate</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Mirror</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Levels</source>
        <translation>Tonwerte</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Gray</source>
        <translation>Grau</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Straighten</source>
        <translation>Entzerren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Enlarge</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Annotate</source>
        <translation>Beschriften</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_commands.py"/>
        <source>Filing a reference</source>
        <translation>Eine Referenz wird abgelegt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <source>who made or publishes it; needed</source>
        <translation>wer es macht oder veröffentlicht; nötig</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <source>Via Mariano, looking north</source>
        <translation>Via Mariano, Blick nach Norden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Imagery date</source>
        <translation>Datum der Aufnahmen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <source>Taken over on</source>
        <translation>Übernommen am</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <source>Pitch</source>
        <translation>Neigung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <source>Field of view</source>
        <translation>Bildwinkel</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <source>{name} is a number; {text} is none.</source>
        <translation>{name} ist eine Zahl; {text} ist keine.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_commands.py"/>
        <source>Add an exhibit first: there is nothing to report on yet.</source>
        <translation>Fügen Sie zuerst ein Beweisstück hinzu: es gibt noch nichts zu berichten.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_commands.py"/>
        <source>Write the report into this folder</source>
        <translation>Den Bericht in diesen Ordner schreiben</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_commands.py"/>
        <source>Checking the files</source>
        <translation>Die Dateien werden geprüft</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_commands.py"/>
        <source>Looking for faces and plates</source>
        <translation>Gesichter und Kennzeichen werden gesucht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_commands.py"/>
        <source>Writing the report</source>
        <translation>Der Bericht wird geschrieben</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>for reading and printing; pages and fonts as they are</source>
        <translation>zum Lesen und Drucken; Seiten und Schriften, wie sie sind</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>one file, opens in any browser without a network</source>
        <translation>eine Datei, öffnet in jedem Browser ohne Netz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>everything the report says, for programs</source>
        <translation>alles, was der Bericht sagt, für Programme</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>places for a globe or map program</source>
        <translation>Orte für einen Globus oder ein Kartenprogramm</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>places for a geographic information system</source>
        <translation>Orte für ein Geoinformationssystem</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>places as waypoints</source>
        <translation>Orte als Wegpunkte</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>clues and candidates as a table</source>
        <translation>Indizien und Kandidaten als Tabelle</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>CASE/UCO for forensic tools</source>
        <translation>CASE/UCO für forensische Werkzeuge</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Source paths</source>
        <translation>Herkunftspfade</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Folders and drives of the files</source>
        <translation>Ordner und Laufwerke der Dateien</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>File names</source>
        <translation>Dateinamen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Original names; else only E1, E2 …</source>
        <translation>Ursprüngliche Namen; sonst nur E1, E2 …</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Serial numbers</source>
        <translation>Seriennummern</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>They link pictures to one camera</source>
        <translation>Sie verbinden Bilder mit einer Kamera</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Owner and author names</source>
        <translation>Namen von Eigentümern und Urhebern</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>As written into the files</source>
        <translation>Wie in die Dateien geschrieben</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Names of persons</source>
        <translation>Namen von Personen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Who worked on it; else P1, P2 …</source>
        <translation>Wer daran arbeitete; sonst P1, P2 …</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Names of sources</source>
        <translation>Namen von Quellen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Who gave material; else S1, S2 …</source>
        <translation>Wer Material gab; sonst S1, S2 …</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>As found</source>
        <translation>Wie gefunden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Draft. Missing for a final report: {lacking}.</source>
        <translation>Entwurf. Für einen endgültigen Bericht fehlt: {lacking}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Final.</source>
        <translation>Endgültig.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Draft. Nothing is missing for a final report.</source>
        <translation>Entwurf. Für einen endgültigen Bericht fehlt nichts.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>as found</source>
        <translation>wie gefunden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>to {distance}</source>
        <translation>auf {distance}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>%n regions covered</source>
        <translation><numerusform>%n Bereich verdeckt</numerusform><numerusform>%n Bereiche verdeckt</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>No region is covered</source>
        <translation>Kein Bereich ist verdeckt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>{said}, {proposed} of them proposed and not looked at yet.</source>
        <translation>{said}, {proposed} davon vorgeschlagen und noch nicht angesehen.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>{how} in the report; as found in the values of the log</source>
        <translation>{how} im Bericht; wie gefunden in den Werten des Protokolls</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>%n regions filled in the report, not in the originals</source>
        <translation><numerusform>%n Bereich im Bericht gefüllt, nicht in den Originalen</numerusform><numerusform>%n Bereiche im Bericht gefüllt, nicht in den Originalen</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>%n regions filled in every copy</source>
        <translation><numerusform>%n Bereich in jeder Kopie gefüllt</numerusform><numerusform>%n Bereiche in jeder Kopie gefüllt</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>masked regions are shown</source>
        <translation>verdeckte Bereiche werden gezeigt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>no region is masked</source>
        <translation>kein Bereich ist verdeckt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>leave the case</source>
        <translation>verlassen den Fall</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>stay in the case</source>
        <translation>bleiben im Fall</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Masks</source>
        <translation>Masken</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Proposed masks</source>
        <translation>Vorgeschlagene Masken</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>applied unseen on {unseen}</source>
        <translation>ungesehen angewandt auf {unseen}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>mandate</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>reviewer</source>
        <translation>Zweitprüfer</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>leave in the originals</source>
        <translation>gehen in den Originalen hinaus</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>leave if originals do</source>
        <translation>gehen hinaus, wenn Originale es tun</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>{reviewer} reviews blind: what was concluded before is out of sight.</source>
        <translation>{reviewer} prüft blind: was vorher geschlossen wurde, ist außer Sicht.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>No verdict was given.</source>
        <translation>Es wurde kein Urteil gegeben.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>Both name the same place.</source>
        <translation>Beide nennen denselben Ort.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>They name different places. Both are printed.</source>
        <translation>Sie nennen verschiedene Orte. Beide werden gedruckt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>There is no first verdict to compare with.</source>
        <translation>Es gibt kein erstes Urteil zum Vergleich.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>No place. {remark}</source>
        <translation>Kein Ort. {remark}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>First examiner</source>
        <translation>Erste Prüfung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>Second examiner, {person}, blind</source>
        <translation>Zweite Prüfung, {person}, blind</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>Second examiner, {person}, not blind</source>
        <translation>Zweite Prüfung, {person}, nicht blind</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>{where}, within {radius}. {remark}</source>
        <translation>{where}, innerhalb von {radius}. {remark}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>Give the answer…</source>
        <translation>Antwort geben…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>End the review</source>
        <translation>Prüfung beenden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>A place</source>
        <translation>Ein Ort</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>{points} points: {meaning}. Uncalibrated.</source>
        <translation>{points} Punkte: {meaning}. Unkalibriert.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>{pro} for, {contra} against, {number} independent</source>
        <translation>{pro} dafür, {contra} dagegen, {number} unabhängig</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>{person} marks {place} as {status}, {coordinates}, within {radius}.</source>
        <translation>{person} setzt {place} auf {status}, {coordinates}, innerhalb von {radius}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>%n clues that share no origin speak for it</source>
        <translation><numerusform>%n Indiz ohne geteilte Herkunft spricht dafür</numerusform><numerusform>%n Indizien ohne geteilte Herkunft sprechen dafür</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>{pro} for, {contra} against</source>
        <translation>{pro} dafür, {contra} dagegen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>Unreadable; kept as evidence</source>
        <translation>Unlesbar; als Beweis behalten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>Prior</source>
        <translation>Vorwissen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>{name} (sum)</source>
        <translation>{name} (Summe)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>and {number} more</source>
        <translation>und {number} weitere</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sources_dialog.py"/>
        <source>%n clues</source>
        <translation><numerusform>%n Indiz</numerusform><numerusform>%n Indizien</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>No clue found</source>
        <translation>Kein Indiz gefunden</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>%n frames</source>
        <translation><numerusform>%n Einzelbild</numerusform><numerusform>%n Einzelbilder</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>How common photographs of this place are, before any evidence.</source>
        <translation>Wie häufig Fotos von diesem Ort sind, vor jedem Befund.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>Prior and contributions add up to this.</source>
        <translation>Vorwissen und Beiträge ergeben zusammen dies.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>{likelihood}, within {radius}</source>
        <translation>{likelihood}, innerhalb von {radius}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sign_commands.py"/>
        <source>Export bundle</source>
        <translation>Bündel ausgeben</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sign_commands.py"/>
        <source>Writing the bundle</source>
        <translation>Das Bündel wird geschrieben</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sign_commands.py"/>
        <source>Bundle written: {folder}. Check it with verify.py inside.</source>
        <translation>Bündel geschrieben: {folder}. Prüfen Sie es mit verify.py darin.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sign_commands.py"/>
        <source>Signed by {key}</source>
        <translation>Unterschrieben mit {key}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Drag a box, or click two corners. Arrows and Enter work too; Esc cancels.</source>
        <translation>Ziehen Sie einen Rahmen oder klicken Sie zwei Ecken. Pfeile und Eingabe gehen auch; Esc bricht ab.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click the opposite corner, or press Enter there.</source>
        <translation>Klicken Sie die Gegenecke oder drücken Sie dort Eingabe.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click the point, or move with the arrows and press Enter. Esc cancels.</source>
        <translation>Klicken Sie den Punkt oder bewegen Sie mit den Pfeilen und drücken Eingabe. Esc bricht ab.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click along the line, or drag it. Arrows and Enter work too; Esc cancels.</source>
        <translation>Klicken Sie entlang der Linie oder ziehen Sie sie. Pfeile und Eingabe gehen auch; Esc bricht ab.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click the next point. Backspace takes the last one back.</source>
        <translation>Klicken Sie den nächsten Punkt. Rücktaste nimmt den letzten zurück.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click on; a double click or Enter ends the line. Backspace takes a point back.</source>
        <translation>Klicken Sie weiter; Doppelklick oder Eingabe beendet die Linie. Rücktaste nimmt einen Punkt zurück.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click the corners one after another. Arrows and Enter work too; Esc cancels.</source>
        <translation>Klicken Sie die Ecken nacheinander. Pfeile und Eingabe gehen auch; Esc bricht ab.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click the next corner. Backspace takes the last one back.</source>
        <translation>Klicken Sie die nächste Ecke. Rücktaste nimmt die letzte zurück.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click one more corner. Backspace takes the last one back.</source>
        <translation>Klicken Sie noch eine Ecke. Rücktaste nimmt die letzte zurück.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click on; a double click, Enter or the first corner closes it.</source>
        <translation>Klicken Sie weiter; Doppelklick, Eingabe oder die erste Ecke schließt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click the horizon near one side of the picture, or drag along it. Esc cancels.</source>
        <translation>Klicken Sie den Horizont nahe einer Bildseite oder ziehen Sie daran entlang. Esc bricht ab.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click the horizon near the other side.</source>
        <translation>Klicken Sie den Horizont nahe der anderen Seite.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/strategy_commands.py"/>
        <source>Asking {title} about {exhibit}</source>
        <translation>{title} wird nach {exhibit} gefragt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/strategy_commands.py"/>
        <source>Everything known is always up to date; other strategies are run.</source>
        <translation>„Alles Bekannte“ ist immer aktuell; andere Strategien werden ausgeführt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sun_commands.py"/>
        <source>Measure a shadow first: the times at a place follow from it.</source>
        <translation>Messen Sie zuerst einen Schatten: die Zeiten an einem Ort folgen daraus.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/tables/sections_model.py"/>
        <source>{title}, left out</source>
        <translation>{title}, ausgelassen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/tables/sections_model.py"/>
        <source>{title}, always printed</source>
        <translation>{title}, immer gedruckt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/tables/sections_model.py"/>
        <source>{title}, in the report</source>
        <translation>{title}, im Bericht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/tables/sections_model.py"/>
        <source>{title} · always</source>
        <translation>{title} · immer</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/tables/sections_model.py"/>
        <source>Always printed</source>
        <translation>Immer gedruckt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/tables/triage_model.py"/>
        <source>{column}: {text}</source>
        <translation>{column}: {text}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/timeline_rows.py"/>
        <source>record {number}, {time} UTC</source>
        <translation>Eintrag {number}, {time} UTC</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/timeline_rows.py"/>
        <source>{day}, UTC</source>
        <translation>{day}, UTC</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/together_rows.py"/>
        <source>Time: established by independent clues</source>
        <translation>Zeit: durch unabhängige Indizien gesichert</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/together_rows.py"/>
        <source>Time: claimed, not established</source>
        <translation>Zeit: behauptet, nicht gesichert</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/together_rows.py"/>
        <source>Time: not established</source>
        <translation>Zeit: nicht gesichert</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/together_rows.py"/>
        <source>Time: the clues contradict each other</source>
        <translation>Zeit: die Indizien widersprechen einander</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/together_rows.py"/>
        <source>{names} and {last}</source>
        <translation>{names} und {last}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/together_rows.py"/>
        <source>{names} and {number} more</source>
        <translation>{names} und {number} weitere</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/together_rows.py"/>
        <source>at {time}</source>
        <translation>um {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/together_rows.py"/>
        <source>Alone</source>
        <translation>Allein</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/together_rows.py"/>
        <source>With the link</source>
        <translation>Mit der Verbindung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/translators.py"/>
        <source>{name} (unreviewed)</source>
        <translation>{name} (ungeprüft)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Not read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>video</source>
        <translation>Video</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>{verdict}: {place}</source>
        <translation>{verdict}: {place}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <location filename="../../desktop/theodolite_desktop/views/compare_board.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Exhibit</source>
        <translation>Beweisstück</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>Tags</source>
        <translation>Marken</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Time (claimed)</source>
        <translation>Zeit (behauptet)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Position (claimed)</source>
        <translation>Position (behauptet)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Graphic content</source>
        <translation>Drastischer Inhalt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>With a claimed position</source>
        <translation>Mit behaupteter Position</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>With a claimed time</source>
        <translation>Mit behaupteter Zeit</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>With clues</source>
        <translation>Mit Indizien</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>With a note</source>
        <translation>Mit Notiz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>With an open lead</source>
        <translation>Mit offener Spur</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Without a verdict</source>
        <translation>Ohne Urteil</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <source>Adjust the view</source>
        <translation>Ansicht anpassen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <source>Rotation, degrees clockwise</source>
        <translation>Drehung, Grad im Uhrzeigersinn</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <source>Mirrored</source>
        <translation>Gespiegelt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <source>Level</source>
        <translation>Waagrecht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <source>Turn the view until the horizon that was drawn lies level</source>
        <translation>Die Ansicht drehen, bis der gezeichnete Horizont waagrecht liegt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>White</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <source>As it was</source>
        <translation>Wie zuvor</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>Make a picture…</source>
        <translation>Bild daraus machen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <source>Make a picture with this rotation and these levels, as a recorded recipe</source>
        <translation>Ein Bild mit dieser Drehung und diesen Tonwerten machen, als protokolliertes Rezept</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <source>The exhibit itself is not changed.</source>
        <translation>Das Beweisstück selbst wird nicht verändert.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <source>Rotation</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <source>North side of the valley</source>
        <translation>Nordseite des Tals</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <source>Size of a cell, metres</source>
        <translation>Größe einer Zelle, Meter</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <source>Cells were judged, so their size stays. Draw another area for another size.</source>
        <translation>Zellen wurden beurteilt, daher bleibt ihre Größe. Für eine andere zeichnen Sie ein anderes Gebiet.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/compare_keep.py"/>
        <location filename="../../desktop/theodolite_desktop/views/correct_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/crop_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/leave_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <location filename="../../desktop/theodolite_desktop/views/place_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/print_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/snapshot_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <source>%n cells, {km2} km²</source>
        <translation><numerusform>%n Zelle, {km2} km²</numerusform><numerusform>%n Zellen, {km2} km²</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <source>Cell, metres</source>
        <translation>Zelle, Meter</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/correct_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <source>Ground to search</source>
        <translation>Zu durchsuchender Boden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/bundle_dialog.py"/>
        <source>Report, log, CASE JSON-LD and a verifier that needs Python alone, in one BagIt folder.</source>
        <translation>Bericht, Protokoll, CASE JSON-LD und ein Prüfer, der nur Python braucht, in einem BagIt-Ordner.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/bundle_dialog.py"/>
        <source>The case can be opened again exactly. They leave byte for byte, with what is written in them and what masks cover.</source>
        <translation>Der Fall kann genau so wieder geöffnet werden. Sie gehen Byte für Byte hinaus, mit allem, was in ihnen steht und was Masken verdecken.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/bundle_dialog.py"/>
        <source>No original leaves; who has the originals can check them.</source>
        <translation>Kein Original geht hinaus; wer die Originale hat, kann sie prüfen.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/bundle_dialog.py"/>
        <source>Nothing can be taken out of an original. Originals of this case hold in their own bytes:</source>
        <translation>Aus einem Original kann nichts herausgenommen werden. Originale dieses Falls enthalten in ihren eigenen Bytes:</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/bundle_dialog.py"/>
        <source>Originals</source>
        <translation>Originale</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/bundle_dialog.py"/>
        <source>Hashes of the originals only</source>
        <translation>Nur Hashes der Originale</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/bundle_dialog.py"/>
        <source>{telling} {named}. Choose what leaves.</source>
        <translation>{telling} {named}. Wählen Sie, was hinausgeht.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/bundle_dialog.py"/>
        <source>Bundle: before it leaves the case</source>
        <translation>Bündel: bevor es den Fall verlässt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/bundle_dialog.py"/>
        <source>Choose where…</source>
        <translation>Wählen, wohin…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Two pairs of map points that line up fix a place; so do three points picked in the photograph, or two with a known heading. Coordinates in any format.</source>
        <translation>Zwei Paare von Kartenpunkten in einer Flucht legen einen Ort fest; ebenso drei im Foto gewählte Punkte, oder zwei mit bekannter Blickrichtung. Koordinaten in jedem Format.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Near point of the pair</source>
        <translation>Naher Punkt des Paars</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>near: {format}</source>
        <translation>nah: {format}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Far point, exactly behind it</source>
        <translation>Ferner Punkt, genau dahinter</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>far, exactly behind it</source>
        <translation>fern, genau dahinter</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Remove this pair</source>
        <translation>Dieses Paar entfernen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Map point</source>
        <translation>Kartenpunkt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>point: {format}</source>
        <translation>Punkt: {format}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Pick in photo</source>
        <translation>Im Foto wählen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Remove this point</source>
        <translation>Diesen Punkt entfernen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Picked at {text}; pick again</source>
        <translation>Gewählt bei {text}; neu wählen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Where did the camera stand?</source>
        <translation>Wo stand die Kamera?</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Measurements</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Focal length in terms of 35 mm film</source>
        <translation>Brennweite, auf 35-mm-Film bezogen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>as the file</source>
        <translation>wie die Datei</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Camera heading</source>
        <translation>Blickrichtung der Kamera</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>° true</source>
        <translation>° rechtweisend</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Tolerance of map points in metres, one sd</source>
        <translation>Toleranz der Kartenpunkte in Metern, eine Standardabweichung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Tolerance of angles in degrees, one sd</source>
        <translation>Toleranz der Winkel in Grad, eine Standardabweichung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Find the place</source>
        <translation>Ort finden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Add clue</source>
        <translation>Indiz hinzufügen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Where did the camera of {exhibit} stand?</source>
        <translation>Wo stand die Kamera von {exhibit}?</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Pairs that line up in the photograph</source>
        <translation>Paare, die im Foto in einer Flucht liegen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Add a pair</source>
        <translation>Paar hinzufügen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Points picked in the photograph</source>
        <translation>Im Foto gewählte Punkte</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Add a point</source>
        <translation>Punkt hinzufügen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Focal length, 35 mm</source>
        <translation>Brennweite, 35 mm</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>One sd of</source>
        <translation>Standardabweichung der</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/fields.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>map points</source>
        <translation>Kartenpunkte</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>m   angles</source>
        <translation>m   Winkel</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Camera at {place}</source>
        <translation>Kamera bei {place}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>Not enough evidence to name a place. Add a hint or reference photographs.</source>
        <translation>Nicht genug Befund, um einen Ort zu nennen. Fügen Sie einen Hinweis oder Referenzfotos hinzu.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>Prior: {prior}</source>
        <translation>Vorwissen: {prior}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>{places} · prior: {prior}</source>
        <translation>{places} · Vorwissen: {prior}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>Add a hint</source>
        <translation>Hinweis hinzufügen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>None of these</source>
        <translation>Keiner davon</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>Propose the hint that it is none of the places listed</source>
        <translation>Den Hinweis vorschlagen, dass es keiner der gelisteten Orte ist</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>The references do not know the place: {note}. {places}</source>
        <translation>Die Referenzen kennen den Ort nicht: {note}. {places}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>Points ranked by a score, not by probability.</source>
        <translation>Punkte, geordnet nach einem Wert, nicht nach Wahrscheinlichkeit.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>the answer</source>
        <translation>die Antwort</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>Compare the chosen candidate</source>
        <translation>Den gewählten Kandidaten vergleichen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>Put the chosen candidates under review</source>
        <translation>Die gewählten Kandidaten in Prüfung setzen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Verify</source>
        <translation>Verifizieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>Verify the chosen candidate</source>
        <translation>Den gewählten Kandidaten verifizieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>Reject the chosen candidates</source>
        <translation>Die gewählten Kandidaten verwerfen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>Ask {name}</source>
        <translation>{name} fragen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>{answer} Uncalibrated.</source>
        <translation>{answer} Unkalibriert.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/card.py"/>
        <source>Not independent: {shared}.</source>
        <translation>Nicht unabhängig: {shared}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>You copy a text; nothing is opened or sent from here. The log records what it says.</source>
        <translation>Sie kopieren einen Text; nichts wird von hier geöffnet oder gesendet. Das Protokoll hält fest, was er sagt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Link to a map service</source>
        <translation>Link zu einem Kartendienst</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Overpass query</source>
        <translation>Overpass-Abfrage</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Coordinates alone</source>
        <translation>Nur Koordinaten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>As exact as it is (about 1 m)</source>
        <translation>So genau, wie es ist (etwa 1 m)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>100 m</source>
        <translation>100 m</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>1 km</source>
        <translation>1 km</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>10 km</source>
        <translation>10 km</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>100 km</source>
        <translation>100 km</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Map service</source>
        <translation>Kartendienst</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>What to look for</source>
        <translation>Wonach gesucht wird</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Tags of your own</source>
        <translation>Eigene Tags</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Tags of OpenStreetMap</source>
        <translation>Tags von OpenStreetMap</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Radius in metres</source>
        <translation>Radius in Metern</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>The text that will leave</source>
        <translation>Der Text, der hinausgeht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Record and copy</source>
        <translation>Protokollieren und kopieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>Carry this place out</source>
        <translation>Diesen Ort hinaustragen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Look for</source>
        <translation>Suchen nach</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Radius, metres</source>
        <translation>Radius, Meter</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>What will leave</source>
        <translation>Was hinausgeht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>Claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sources_dialog.py"/>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>no mark</source>
        <translation>keine Kennzeichnung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>for the named recipients only</source>
        <translation>nur für die genannten Empfänger</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>within the organisation only</source>
        <translation>nur innerhalb der Organisation</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>organisation and its clients</source>
        <translation>Organisation und ihre Kunden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>within the community</source>
        <translation>innerhalb der Gemeinschaft</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>no limit on disclosure</source>
        <translation>keine Grenze der Weitergabe</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Case properties</source>
        <translation>Eigenschaften des Falls</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Pages of the case properties</source>
        <translation>Seiten der Falleigenschaften</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>The tower photograph</source>
        <translation>Das Turmfoto</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Case number</source>
        <translation>Fallnummer</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>Where was this photograph taken?</source>
        <translation>Wo wurde dieses Foto aufgenommen?</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Mandate</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>why, and on whose behalf</source>
        <translation>warum, und in wessen Auftrag</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Legal basis</source>
        <translation>Rechtsgrundlage</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>law, court order or editorial decision</source>
        <translation>Gesetz, Gerichtsbeschluss oder redaktionelle Entscheidung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>A final report needs a question and a mandate.</source>
        <translation>Ein endgültiger Bericht braucht Frage und Auftrag.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Source of the claim</source>
        <translation>Quelle der Behauptung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>a code such as S1, never a name</source>
        <translation>ein Kürzel wie S1, nie ein Name</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Claimed place</source>
        <translation>Behaupteter Ort</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Florence, or 43.7696, 11.2558</source>
        <translation>Florenz, oder 43.7696, 11.2558</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Claimed time</source>
        <translation>Behauptete Zeit</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>22 Oct 2008, before 2015, between 2008 and 2010</source>
        <translation>22 Oct 2008, before 2015, between 2008 and 2010</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>The report answers the place and the time of the claim apart: supported, contradicted or not established. Leave empty what the claim does not say.</source>
        <translation>Der Bericht beantwortet Ort und Zeit der Behauptung getrennt: gestützt, widersprochen oder nicht gesichert. Lassen Sie leer, was die Behauptung nicht sagt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Classification</source>
        <translation>Einstufung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>as your house writes it</source>
        <translation>wie Ihr Haus sie schreibt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Handling</source>
        <translation>Umgang</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Distribution</source>
        <translation>Verteiler</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>who receives the report</source>
        <translation>wer den Bericht erhält</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>People at risk</source>
        <translation>Gefährdete Personen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>who could be harmed, and how they are protected</source>
        <translation>wem geschadet werden könnte, und wie sie geschützt sind</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Classification and handling are printed on every page.</source>
        <translation>Einstufung und Umgang stehen auf jeder Seite.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/centre.py"/>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/centre.py"/>
        <source>Views of the second pane</source>
        <translation>Ansichten der zweiten Hälfte</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/centre.py"/>
        <source>Close the second pane</source>
        <translation>Zweite Hälfte schließen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/centre.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Split the centre</source>
        <translation>Mitte teilen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <location filename="../../core/theodolite/domain/scales.py"/>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <location filename="../../core/theodolite/domain/scales.py"/>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <location filename="../../core/theodolite/domain/scales.py"/>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>effect {effect}</source>
        <translation>Wirkung {effect}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>read by the model</source>
        <translation>vom Modell gelesen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>a rule</source>
        <translation>eine Regel</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>in conflict</source>
        <translation>im Widerspruch</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>it says nothing about places by itself</source>
        <translation>er sagt allein nichts über Orte</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>B: ranking before and after</source>
        <translation>B: Rangfolge vorher und nachher</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>Hint: {said}</source>
        <translation>Hinweis: {said}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>J: both rankings, alone and together</source>
        <translation>J: beide Rangfolgen, allein und zusammen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_detail.py"/>
        <source>Off: it does not count.</source>
        <translation>Aus: er zählt nicht.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_detail.py"/>
        <source>The chosen clue</source>
        <translation>Das gewählte Indiz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_detail.py"/>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_detail.py"/>
        <source>Let it count (Space)</source>
        <translation>Zählen lassen (Leertaste)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_detail.py"/>
        <source>Correct…</source>
        <translation>Berichtigen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_detail.py"/>
        <source>Write what the line really says (E)</source>
        <translation>Schreiben, was die Zeile wirklich sagt (E)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_detail.py"/>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>Reject…</source>
        <translation>Verwerfen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_detail.py"/>
        <source>Reject with a reason (X)</source>
        <translation>Mit einem Grund verwerfen (X)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_detail.py"/>
        <source>Off. {note}</source>
        <translation>Aus. {note}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/strength.py"/>
        <location filename="../../core/theodolite/domain/scales.py"/>
        <source>certain</source>
        <translation>sicher</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/strength.py"/>
        <location filename="../../core/theodolite/domain/scales.py"/>
        <location filename="../../core/theodolite/likelihood.py"/>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/strength.py"/>
        <location filename="../../core/theodolite/domain/scales.py"/>
        <source>weak</source>
        <translation>schwach</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>What do you see?</source>
        <translation>Was sehen Sie?</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>square tower, five rows of windows</source>
        <translation>viereckiger Turm, fünf Fensterreihen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>What does it suggest?</source>
        <translation>Worauf deutet es?</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>Pieve di Santa Maria, Arezzo</source>
        <translation>Pieve di Santa Maria, Arezzo</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>How do you know?</source>
        <translation>Woher wissen Sie es?</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>printed guide</source>
        <translation>gedruckter Führer</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>Place, if it names one</source>
        <translation>Ort, falls es einen nennt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>43.4649, 11.8826 or a town</source>
        <translation>43.4649, 11.8826 oder eine Stadt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>Time, if it says one</source>
        <translation>Zeit, falls es eine nennt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>before 2015, 22 Oct 2008</source>
        <translation>before 2015, 22 Oct 2008</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>For or against</source>
        <translation>Dafür oder dagegen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>New clue</source>
        <translation>Neues Indiz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>Speaks for</source>
        <translation>Spricht für</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>Speaks against</source>
        <translation>Spricht gegen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>New clue with a mark</source>
        <translation>Neues Indiz mit Markierung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>Nothing readable was found. Mark what you see yourself.</source>
        <translation>Nichts Lesbares gefunden. Markieren Sie, was Sie selbst sehen.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>This exhibit was not read yet.</source>
        <translation>Dieses Beweisstück wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>{found}, {on} on</source>
        <translation>{found}, {on} ein</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>Add a clue</source>
        <translation>Indiz hinzufügen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>%n found</source>
        <translation><numerusform>%n gefunden</numerusform><numerusform>%n gefunden</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sources_dialog.py"/>
        <source>Clue sources</source>
        <translation>Indizienquellen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>Show region</source>
        <translation>Gebiet zeigen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Correct the reading…</source>
        <translation>Lesung berichtigen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Times at a place…</source>
        <translation>Zeiten an einem Ort…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>clues</source>
        <translation>Indizien</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>Read clues</source>
        <translation>Indizien lesen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare.py"/>
        <source>Choose a reference for {exhibit}: a photograph, a map view or another exhibit.</source>
        <translation>Wählen Sie eine Referenz für {exhibit}: ein Foto, eine Kartenansicht oder ein anderes Beweisstück.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare.py"/>
        <source>{title} · with {name} over it</source>
        <translation>{title} · mit {name} darüber</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare.py"/>
        <location filename="../../desktop/theodolite_desktop/views/compare_pane.py"/>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare.py"/>
        <source>Choose something beside the exhibit first.</source>
        <translation>Wählen Sie zuerst etwas neben dem Beweisstück.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_board.py"/>
        <source>The pictures are locked as they lie.</source>
        <translation>Die Bilder sind gesperrt, wie sie liegen.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_board.py"/>
        <source>Your alignment is resumed. Shift+K keeps the pictures as they lay.</source>
        <translation>Ihre Ausrichtung gilt wieder. Umschalt+K behält die Bilder, wie sie lagen.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_keep.py"/>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <source>Keep in the report</source>
        <translation>Im Bericht behalten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_keep.py"/>
        <source>What do you conclude from it?</source>
        <translation>Was schließen Sie daraus?</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_keep.py"/>
        <source>For example: the same street style, not the same spot.</source>
        <translation>Zum Beispiel: derselbe Straßenstil, nicht dieselbe Stelle.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_keep.py"/>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_keep.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>Show {name}</source>
        <translation>{name} zeigen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_keep.py"/>
        <source>Remove {name} from the report</source>
        <translation>{name} aus dem Bericht nehmen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_keep.py"/>
        <source>Kept already</source>
        <translation>Schon behalten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_pane.py"/>
        <source>Choose what stands here</source>
        <translation>Wählen, was hier steht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_pane.py"/>
        <source>Nothing stands here yet.</source>
        <translation>Hier steht noch nichts.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_placing.py"/>
        <source>{aligned}, at most {pixels} pixels apart</source>
        <translation>{aligned}, höchstens {pixels} Pixel auseinander</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_placing.py"/>
        <source>Number {number} is on both pictures.</source>
        <translation>Nummer {number} steht auf beiden Bildern.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_placing.py"/>
        <source>Choose a numbered clue first: its number is placed on the reference.</source>
        <translation>Wählen Sie zuerst ein nummeriertes Indiz: seine Nummer wird auf die Referenz gesetzt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_placing.py"/>
        <source>Click the same spot in each picture, or go there with the arrows and press Enter.</source>
        <translation>Klicken Sie in jedem Bild dieselbe Stelle, oder gehen Sie mit den Pfeilen hin und drücken Eingabe.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_placing.py"/>
        <source>The alignment has that spot outside the reference.</source>
        <translation>Nach der Ausrichtung läge die Stelle außerhalb der Referenz.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_placing.py"/>
        <source>Click where it is on the reference, or go there with the arrows and press Enter.</source>
        <translation>Klicken Sie, wo es auf der Referenz ist, oder gehen Sie mit den Pfeilen hin und drücken Eingabe.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_standing.py"/>
        <source>A map view…</source>
        <translation>Eine Kartenansicht…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_standing.py"/>
        <source>No reference photograph near {name}.</source>
        <translation>Kein Referenzfoto bei {name}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_standing.py"/>
        <source>There is no other reference to swap with yet.</source>
        <translation>Es gibt noch keine andere Referenz zum Tauschen.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_strip.py"/>
        <source>Candidates to compare with</source>
        <translation>Kandidaten zum Vergleichen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Lock the panes together</source>
        <translation>Bilder zusammen bewegen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <source>Set an anchor in each pane</source>
        <translation>In jedem Bild einen Anker setzen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Remove the anchors</source>
        <translation>Anker entfernen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Place the number of the chosen clue</source>
        <translation>Nummer des gewählten Indizes setzen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Slider between A and B</source>
        <translation>Schieber zwischen A und B</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Show A or B</source>
        <translation>A oder B zeigen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <source>Opacity of the reference over the exhibit</source>
        <translation>Deckkraft der Referenz über dem Beweisstück</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <source>Opacity of the reference over the exhibit (Shift+Left, Shift+Right)</source>
        <translation>Deckkraft der Referenz über dem Beweisstück (Umschalt+Links, Umschalt+Rechts)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Blink between A and B</source>
        <translation>Zwischen A und B blinken</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Mirror the reference</source>
        <translation>Referenz spiegeln</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Swap references</source>
        <translation>Referenzen tauschen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <source>Previous candidate</source>
        <translation>Voriger Kandidat</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <source>Next candidate</source>
        <translation>Nächster Kandidat</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <source>More tools</source>
        <translation>Mehr Werkzeuge</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>One picture</source>
        <translation>Ein Bild</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <source>{number} pictures side by side</source>
        <translation>{number} Bilder nebeneinander</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <source>Panes are locked together</source>
        <translation>Bilder bewegen sich zusammen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <source>Panes move apart</source>
        <translation>Bilder bewegen sich einzeln</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>Both copies changed these records. Nothing was chosen for you; each decision can be undone.</source>
        <translation>Beide Kopien haben diese Einträge geändert. Nichts wurde für Sie gewählt; jede Entscheidung kann rückgängig gemacht werden.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>Two copies, two answers</source>
        <translation>Zwei Kopien, zwei Antworten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>Open conflicts</source>
        <translation>Offene Widersprüche</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>What each copy says</source>
        <translation>Was jede Kopie sagt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>why this one</source>
        <translation>warum diese</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>Reason, needed for either choice</source>
        <translation>Grund, für jede Wahl nötig</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>Keep this copy's</source>
        <translation>Die dieser Kopie behalten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>Take the other's</source>
        <translation>Die der anderen nehmen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>This copy</source>
        <translation>Diese Kopie</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>The other copy</source>
        <translation>Die andere Kopie</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conversation.py"/>
        <source>Tell what you know, for example: in Italy, likely.</source>
        <translation>Sagen Sie, was Sie wissen, zum Beispiel: in Italy, likely.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/correct_dialog.py"/>
        <source>Both readings stay with the clue. Everything concluded from the line is made anew.</source>
        <translation>Beide Lesungen bleiben beim Indiz. Alles aus der Zeile Geschlossene wird neu gemacht.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/correct_dialog.py"/>
        <source>Reading the line anew…</source>
        <translation>Die Zeile wird neu gelesen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/correct_dialog.py"/>
        <source>Correct the reading of {clue}</source>
        <translation>Lesung von {clue} berichtigen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/correct_dialog.py"/>
        <source>What the line really says</source>
        <translation>Was die Zeile wirklich sagt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/correct_dialog.py"/>
        <source>It says</source>
        <translation>Da steht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/crop_dialog.py"/>
        <source>Pixels only: no metadata, no thumbnail, covered regions filled in. The log records its hash.</source>
        <translation>Nur Pixel: keine Metadaten, kein Vorschaubild, verdeckte Bereiche gefüllt. Das Protokoll hält seinen Hash fest.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/crop_dialog.py"/>
        <source>Carry out a crop</source>
        <translation>Einen Ausschnitt hinaustragen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/crop_dialog.py"/>
        <source>The crop as it will leave</source>
        <translation>Der Ausschnitt, wie er hinausgeht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/crop_dialog.py"/>
        <source>Record and copy as text</source>
        <translation>Protokollieren und als Text kopieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/crop_dialog.py"/>
        <source>Record and save…</source>
        <translation>Protokollieren und sichern…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>Signatures</source>
        <translation>Unterschriften</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Verify integrity</source>
        <translation>Unversehrtheit prüfen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>Hash every original and recompute the log</source>
        <translation>Jedes Original hashen und das Protokoll nachrechnen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <location filename="../../desktop/theodolite_desktop/views/timeline.py"/>
        <source>Nothing recorded yet.</source>
        <translation>Noch nichts protokolliert.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>Audit log</source>
        <translation>Prüfprotokoll</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>integrity</source>
        <translation>Unversehrtheit</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>{records}. Integrity not checked since opening.</source>
        <translation>{records}. Unversehrtheit seit dem Öffnen nicht geprüft.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>The check was stopped. Nothing is known of the rest.</source>
        <translation>Die Prüfung wurde angehalten. Über den Rest ist nichts bekannt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>Stop verifying</source>
        <translation>Prüfung anhalten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>Custody of the exhibit</source>
        <translation>Verwahrung des Beweisstücks</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>Pictures made from it</source>
        <translation>Daraus gemachte Bilder</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>Pictures made from the exhibit</source>
        <translation>Aus dem Beweisstück gemachte Bilder</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>Pictures made from it ({count})</source>
        <translation>Daraus gemachte Bilder ({count})</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>More of {name}</source>
        <translation>Mehr zu {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>Make again and compare the hash</source>
        <translation>Neu machen und den Hash vergleichen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>Save as PNG…</source>
        <translation>Als PNG sichern…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <location filename="../../desktop/theodolite_desktop/views/references_dialog.py"/>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <location filename="../../desktop/theodolite_desktop/views/kept_dialog.py"/>
        <source>Destroy…</source>
        <translation>Vernichten…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>Crop, rotate, levels, straighten, enlarge, annotate (Ctrl+D)</source>
        <translation>Zuschneiden, drehen, Tonwerte, entzerren, vergrößern, beschriften (Strg+D)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>Out of consideration; bytes and history stay (Delete)</source>
        <translation>Außer Betracht; Bytes und Geschichte bleiben (Entf)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>For good: bytes, thumbnails and words. Asks twice</source>
        <translation>Endgültig: Bytes, Vorschaubilder und Worte. Fragt zweimal</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>Nobody has signed yet. A signature vouches for every record up to its head.</source>
        <translation>Noch niemand hat unterschrieben. Eine Unterschrift bürgt für jeden Eintrag bis zu ihrem Kopf.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>No time stamp yet. Save what to have stamped, take it to a machine with a network, and import the answer here.</source>
        <translation>Noch kein Zeitstempel. Sichern Sie, was gestempelt werden soll, bringen Sie es zu einem Rechner mit Netz und lesen Sie die Antwort hier ein.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>Signatures and time stamps</source>
        <translation>Unterschriften und Zeitstempel</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>Sign…</source>
        <translation>Unterschreiben…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>Add stamp…</source>
        <translation>Stempel einlesen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>Import the answer of a time-stamping service, checked here</source>
        <translation>Die Antwort eines Zeitstempeldienstes einlesen, hier geprüft</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>Request stamp…</source>
        <translation>Stempel anfordern…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>Save what a time-stamping service needs, to take it there</source>
        <translation>Sichern, was ein Zeitstempeldienst braucht, um es hinzubringen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>Time stamps</source>
        <translation>Zeitstempel</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>Clocks</source>
        <translation>Uhren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>Choose a step, set its values or draw in the picture, then add it to the recipe.</source>
        <translation>Wählen Sie einen Schritt, setzen Sie seine Werte oder zeichnen Sie im Bild, dann fügen Sie ihn dem Rezept hinzu.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>The original is never touched. What is kept is the recipe and the hash of what it gives.</source>
        <translation>Das Original wird nie berührt. Behalten wird das Rezept und der Hash dessen, was es ergibt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>Make a picture from {name}</source>
        <translation>Ein Bild aus {name} machen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>What the recipe gives</source>
        <translation>Was das Rezept ergibt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>Steps of the recipe</source>
        <translation>Schritte des Rezepts</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>what it shows, for example: the sign, enlarged</source>
        <translation>was es zeigt, zum Beispiel: das Schild, vergrößert</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>Add step</source>
        <translation>Schritt hinzufügen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>Remove step</source>
        <translation>Schritt entfernen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>Make picture</source>
        <translation>Bild machen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>about {width} × {height} pixels</source>
        <translation>etwa {width} × {height} Pixel</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Box</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Ring</source>
        <translation>Ring</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Label</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Bottom</source>
        <translation>Unten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Clockwise</source>
        <translation>Im Uhrzeigersinn</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Left and right change places</source>
        <translation>Links und rechts tauschen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Top and bottom change places</source>
        <translation>Oben und unten tauschen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Start again</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>{done} of {all} corners</source>
        <translation>{done} von {all} Ecken</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Times</source>
        <translation>Mal</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Nearest pixel</source>
        <translation>Nächstes Pixel</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>in Latin letters</source>
        <translation>in lateinischen Buchstaben</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Magenta</source>
        <translation>Magenta</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Brown</source>
        <translation>Braun</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Ochre</source>
        <translation>Ocker</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>90° left</source>
        <translation>90° links</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>90° right</source>
        <translation>90° rechts</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>{factor} times</source>
        <translation>{factor}-fach</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Words</source>
        <translation>Worte</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/desk_list.py"/>
        <source>Take the lead out</source>
        <translation>Die Spur herausnehmen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/desk_list.py"/>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/desk_list.py"/>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>For what must not be kept: by law, by order, or for someone's safety. It cannot be undone. Withdrawal is the ordinary way: it keeps the bytes and can be undone.</source>
        <translation>Für das, was nicht behalten werden darf: von Rechts wegen, auf Anordnung oder zu jemandes Sicherheit. Es kann nicht rückgängig gemacht werden. Zurückziehen ist der gewöhnliche Weg: es behält die Bytes und kann rückgängig gemacht werden.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>A tombstone stays: its id, its SHA-256, your reason, who did it and when. The log still verifies, with one destruction.</source>
        <translation>Ein Grabstein bleibt: Kennung, SHA-256, Ihr Grund, wer es tat und wann. Das Protokoll lässt sich weiter prüfen, mit einer Vernichtung.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>ordered by a court or an authority</source>
        <translation>von Gericht oder Behörde angeordnet</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>may not be held by law</source>
        <translation>darf rechtlich nicht aufbewahrt werden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>endangers a person</source>
        <translation>gefährdet eine Person</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>received by mistake</source>
        <translation>irrtümlich erhalten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>Type the first {typed} characters of the SHA-256 of {id}. Once it is destroyed, nothing brings it back.</source>
        <translation>Tippen Sie die ersten {typed} Zeichen des SHA-256 von {id}. Ist es vernichtet, bringt nichts es zurück.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>Destroy {id}</source>
        <translation>{id} vernichten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>Choose or type a reason; it stays on record</source>
        <translation>Grund wählen oder tippen; er bleibt im Protokoll</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/print_dialog.py"/>
        <source>Go on…</source>
        <translation>Weiter…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>What goes</source>
        <translation>Was geht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>First characters of the SHA-256</source>
        <translation>Erste Zeichen des SHA-256</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>Destroy {id} for good</source>
        <translation>{id} endgültig vernichten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>This goes ({number})</source>
        <translation>Das geht ({number})</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>Withdraw instead</source>
        <translation>Stattdessen zurückziehen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>Second confirmation</source>
        <translation>Zweite Bestätigung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/tour_card.py"/>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>contradicted by a stronger clue</source>
        <translation>ein stärkeres Indiz widerspricht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>only a claimed position supports it</source>
        <translation>nur eine behauptete Position stützt es</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>the view does not match the place</source>
        <translation>die Ansicht passt nicht zum Ort</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>found by a wrong reading</source>
        <translation>durch eine falsche Lesung gefunden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>your name, as it appears in the log</source>
        <translation>Ihr Name, wie er im Protokoll steht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>Question and claim</source>
        <translation>Frage und Behauptung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <location filename="../../desktop/theodolite_desktop/views/new_case.py"/>
        <source>Source of claim</source>
        <translation>Quelle der Behauptung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <location filename="../../desktop/theodolite_desktop/views/leave_dialog.py"/>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Choose or type a reason</source>
        <translation>Grund wählen oder tippen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>Examiner</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>{id}, {name}, {line}</source>
        <translation>{id}, {name}, {line}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>As a list</source>
        <translation>Als Liste</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>As a grid</source>
        <translation>Als Raster</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>As a table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>{id}, {name}, {line}, made from {parent}</source>
        <translation>{id}, {name}, {line}, gemacht aus {parent}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>No exhibit fits the filter.</source>
        <translation>Kein Beweisstück passt zum Filter.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>{shown} of {total}</source>
        <translation>{shown} von {total}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>%n exhibits shown</source>
        <translation><numerusform>%n Beweisstück gezeigt</numerusform><numerusform>%n Beweisstücke gezeigt</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>Withdraw %n exhibits</source>
        <translation><numerusform>%n Beweisstück zurückziehen</numerusform><numerusform>%n Beweisstücke zurückziehen</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>Restore them, or see what was destroyed and why</source>
        <translation>Sie zurückholen, oder sehen, was vernichtet wurde und warum</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>{exhibits} show one place…</source>
        <translation>{exhibits} zeigen einen Ort…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>New lead about it…</source>
        <translation>Neue Spur dazu…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Destroy exhibit…</source>
        <translation>Beweisstück vernichten…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Clear tags</source>
        <translation>Marken löschen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Withdraw exhibit</source>
        <translation>Beweisstück zurückziehen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>Tag {number}</source>
        <translation>Marke {number}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/fields.py"/>
        <source>{name}, tolerance, 95 %</source>
        <translation>{name}, Toleranz, 95 %</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/find_panel.py"/>
        <source>Type what you look for: words, a “phrase”, E4 for one record; native script or Latin letters.</source>
        <translation>Tippen Sie, was Sie suchen: Wörter, eine „Wendung“, E4 für einen Eintrag; eigene Schrift oder lateinische Buchstaben.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/find_panel.py"/>
        <source>Open a case to find something in it.</source>
        <translation>Öffnen Sie einen Fall, um darin zu suchen.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/find_panel.py"/>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/find_panel.py"/>
        <source>Only {kind}, {number}</source>
        <translation>Nur {kind}, {number}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/help_panel.py"/>
        <source>Single letters act only where their view has the focus, never in a text field.</source>
        <translation>Einzelne Buchstaben wirken nur, wo ihre Ansicht den Fokus hat, nie in einem Textfeld.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/help_panel.py"/>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/help_panel.py"/>
        <source>Pages of the help</source>
        <translation>Seiten der Hilfe</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/help_panel.py"/>
        <source>Page of the help</source>
        <translation>Seite der Hilfe</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/help_panel.py"/>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/help_panel.py"/>
        <source>No page holds these words.</source>
        <translation>Keine Seite enthält diese Wörter.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/help_panel.py"/>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/help_panel.py"/>
        <source>See also</source>
        <translation>Siehe auch</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/help_panel.py"/>
        <source>Page of the help: {title}</source>
        <translation>Seite der Hilfe: {title}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/hint_line.py"/>
        <source>Tell what you know: in Italy, likely</source>
        <translation>Sagen Sie, was Sie wissen: in Italy, likely</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/hint_line.py"/>
        <source>Tell what you know, or ask: in Italy, likely</source>
        <translation>Sagen Sie, was Sie wissen, oder fragen Sie: in Italy, likely</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/hint_line.py"/>
        <source>Hint line</source>
        <translation>Hinweiszeile</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/hint_line.py"/>
        <source>Enter says it, Shift and Enter begin a new line</source>
        <translation>Eingabe sagt es, Umschalt und Eingabe beginnen eine neue Zeile</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/hint_line.py"/>
        <source>Say it</source>
        <translation>Sagen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_page.py"/>
        <source>Drop photographs or folders here, or paste an image. Originals are copied and hashed first.</source>
        <translation>Ziehen Sie Fotos oder Ordner hierher, oder fügen Sie ein Bild ein. Originale werden zuerst kopiert und gehasht.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_page.py"/>
        <source>Key frame of {exhibit} {moment}</source>
        <translation>Schlüsselbild von {exhibit} {moment}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_page.py"/>
        <source>Video, first frame</source>
        <translation>Video, erstes Bild</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_page.py"/>
        <source>Exhibit image</source>
        <translation>Bild des Beweisstücks</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_page.py"/>
        <source>{why} The bytes are kept as evidence.</source>
        <translation>{why} Die Bytes sind als Beweis behalten.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_page.py"/>
        <source>No decoder could read this file.</source>
        <translation>Kein Dekoder konnte diese Datei lesen.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Draw the horizon</source>
        <translation>Horizont zeichnen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Mark a point</source>
        <translation>Punkt markieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <source>Mark a box</source>
        <translation>Rahmen markieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Mark a line</source>
        <translation>Linie markieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Mark a polygon</source>
        <translation>Vieleck markieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <source>Adjust the view: rotation and levels</source>
        <translation>Ansicht anpassen: Drehung und Tonwerte</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Measure a shadow</source>
        <translation>Schatten messen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Fit to view</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <source>Rotate view</source>
        <translation>Ansicht drehen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Mirror view</source>
        <translation>Ansicht spiegeln</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <source>Photographs with a position become references that exhibits are compared with. They stay where they are; the index holds what was computed from them.</source>
        <translation>Fotos mit Position werden Referenzen, mit denen Beweisstücke verglichen werden. Sie bleiben, wo sie sind; der Index hält, was aus ihnen berechnet wurde.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <source>New reference index</source>
        <translation>Neuer Referenzindex</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <source>whose photographs they are, as the report will say</source>
        <translation>wessen Fotos es sind, wie der Bericht sagen wird</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <source>Make the index</source>
        <translation>Index machen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <source>Choose: {field}</source>
        <translation>Wählen: {field}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <source>Folder of geotagged photographs</source>
        <translation>Ordner mit Fotos mit Position</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <source>Where the index lies</source>
        <translation>Wo der Index liegt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <source>Photographs</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <source>Index folder</source>
        <translation>Indexordner</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/info.py"/>
        <source>What is this: {what}</source>
        <translation>Was ist das: {what}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/info.py"/>
        <source>What is this</source>
        <translation>Was ist das</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/inspector.py"/>
        <location filename="../../desktop/theodolite_desktop/views/layout.py"/>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/inspector.py"/>
        <source>Talk</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>Nothing runs. What takes longer is listed here with what is left of it.</source>
        <translation>Nichts läuft. Was länger dauert, steht hier, mit dem, was davon bleibt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>less than a second</source>
        <translation>weniger als eine Sekunde</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>%n seconds</source>
        <translation><numerusform>%n Sekunde</numerusform><numerusform>%n Sekunden</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>%n minutes</source>
        <translation><numerusform>%n Minute</numerusform><numerusform>%n Minuten</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>Failed after {took}: {why}</source>
        <translation>Fehlgeschlagen nach {took}: {why}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>Stopped after {took}. What was done before stays.</source>
        <translation>Angehalten nach {took}. Was vorher getan war, bleibt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>Finished after {took}</source>
        <translation>Fertig nach {took}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis es dran ist</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>about {left} left</source>
        <translation>noch etwa {left}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>Stop {name}</source>
        <translation>{name} anhalten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>Progress of {name}</source>
        <translation>Fortschritt von {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>Clear what has ended</source>
        <translation>Beendetes ausblenden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>running for {took}</source>
        <translation>läuft seit {took}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>%n running</source>
        <translation><numerusform>%n läuft</numerusform><numerusform>%n laufen</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>Nothing runs</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/joint_dialog.py"/>
        <source>With the link, what speaks for one exhibit speaks for all of them. It is what a person says, no clue: remove it and each stands alone again.</source>
        <translation>Mit der Verbindung spricht, was für ein Beweisstück spricht, für alle. Sie ist Aussage eines Menschen, kein Indiz: entfernen Sie sie, und jedes steht wieder allein.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/joint_dialog.py"/>
        <source>Both rankings</source>
        <translation>Beide Rangfolgen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/joint_dialog.py"/>
        <source>Alone and together</source>
        <translation>Allein und zusammen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/joint_dialog.py"/>
        <source>No place is named.</source>
        <translation>Kein Ort ist genannt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/kept_dialog.py"/>
        <source>Withdrawn exhibits keep their bytes and their history; nothing of them counts until they are restored.</source>
        <translation>Zurückgezogene Beweisstücke behalten Bytes und Geschichte; nichts davon zählt, bis sie zurückgeholt werden.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/kept_dialog.py"/>
        <source>Withdrawn and destroyed</source>
        <translation>Zurückgezogen und vernichtet</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/kept_dialog.py"/>
        <source>{exhibit}  {time} UTC, {who}</source>
        <translation>{exhibit}  {time} UTC, {who}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/kept_dialog.py"/>
        <source>Withdrawn ({number})</source>
        <translation>Zurückgezogen ({number})</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/kept_dialog.py"/>
        <source>Destroyed ({number})</source>
        <translation>Vernichtet ({number})</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/kept_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/references_dialog.py"/>
        <source>Restore</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/kept_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>None.</source>
        <translation>Keine.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>Find a command or a key</source>
        <translation>Befehl oder Taste finden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>As at first</source>
        <translation>Wie anfangs</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>All as at first</source>
        <translation>Alle wie anfangs</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <location filename="../../desktop/theodolite_desktop/views/palette.py"/>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>{key} belongs to every field and list. Choose another.</source>
        <translation>{key} gehört jedem Feld und jeder Liste. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>{key} is the key of “{other}” there. Set takes it away from it.</source>
        <translation>{key} ist dort die Taste von „{other}“. Setzen nimmt sie ihm.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>{key} is free.</source>
        <translation>{key} ist frei.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>Choose a command, then press its new key. An empty field takes the key away.</source>
        <translation>Wählen Sie einen Befehl und drücken Sie seine neue Taste. Ein leeres Feld nimmt die Taste weg.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>Lead {id}</source>
        <translation>Spur {id}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <source>New lead</source>
        <translation>Neue Spur</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>What is to be done</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>Ask who runs the shop of #1</source>
        <translation>Fragen, wem der Laden von #1 gehört</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>What came of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>Needed to drop a lead</source>
        <translation>Nötig, um eine Spur fallen zu lassen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>Persons are added in the properties of the case.</source>
        <translation>Personen werden in den Eigenschaften des Falls hinzugefügt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>Keep lead</source>
        <translation>Spur behalten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>Add lead</source>
        <translation>Spur hinzufügen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/leave_dialog.py"/>
        <source>Before it leaves the case</source>
        <translation>Bevor es den Fall verlässt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/leave_dialog.py"/>
        <source>Look at the masks…</source>
        <translation>Masken ansehen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/leave_dialog.py"/>
        <source>The log records each file and its SHA-256.</source>
        <translation>Das Protokoll hält jede Datei und ihren SHA-256 fest.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/leave_dialog.py"/>
        <source>Formats: {named}</source>
        <translation>Formate: {named}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_page.py"/>
        <source>Drawing the world map.</source>
        <translation>Die Weltkarte wird gezeichnet.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>Mark cells as searched</source>
        <translation>Zellen als durchsucht markieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>Mark cells as excluded</source>
        <translation>Zellen als ausgeschlossen markieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>Mark cells as unclear</source>
        <translation>Zellen als unklar markieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>Mark cells as still to search</source>
        <translation>Zellen als noch zu durchsuchen markieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Show all candidates</source>
        <translation>Alle Kandidaten zeigen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/views/place_dialog.py"/>
        <source>Go to coordinates</source>
        <translation>Zu Koordinaten gehen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Candidate at the crosshair</source>
        <translation>Kandidat am Fadenkreuz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Measure a distance</source>
        <translation>Entfernung messen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>Copy the coordinates of the crosshair</source>
        <translation>Koordinaten des Fadenkreuzes kopieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Draw a search area</source>
        <translation>Suchgebiet zeichnen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>More for this search area</source>
        <translation>Mehr zu diesem Suchgebiet</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>Search areas: none chosen</source>
        <translation>Suchgebiete: keines gewählt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>No search areas</source>
        <translation>Keine Suchgebiete</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/menus.py"/>
        <location filename="../../desktop/theodolite_desktop/views/workbench.py"/>
        <source>Panels</source>
        <translation>Felder</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>Model text, not evidence</source>
        <translation>Text des Modells, kein Beweis</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>What the model wrote is kept in the log, word for word.</source>
        <translation>Was das Modell schrieb, steht Wort für Wort im Protokoll.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>Evidence, clue {name}: {text}</source>
        <translation>Beweis, Indiz {name}: {text}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>{tag} · being written</source>
        <translation>{tag} · wird geschrieben</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>The model is writing</source>
        <translation>Das Modell schreibt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>{time} UTC</source>
        <translation>{time} UTC</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>? No record of this case holds: {names}.</source>
        <translation>? Kein Eintrag dieses Falls enthält: {names}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>Ask the model to read it</source>
        <translation>Das Modell bitten, es zu lesen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>It is a question</source>
        <translation>Es ist eine Frage</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>Rests on</source>
        <translation>Beruht auf</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/metadata.py"/>
        <source>This file carries no metadata. That is common after messaging apps and proves nothing.</source>
        <translation>Diese Datei trägt keine Metadaten. Das ist nach Nachrichtendiensten üblich und beweist nichts.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/metadata.py"/>
        <source>{name}: {value}, claimed</source>
        <translation>{name}: {value}, behauptet</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/metadata.py"/>
        <source>All fields</source>
        <translation>Alle Felder</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/metadata.py"/>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/metadata.py"/>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>Probability as stated by the model, uncalibrated.</source>
        <translation>Wahrscheinlichkeit, wie das Modell sie nennt, unkalibriert.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>Confirmed by</source>
        <translation>Bestätigt durch</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>Contradicted by</source>
        <translation>Widersprochen durch</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>The model's own: no clue record says so</source>
        <translation>Vom Modell selbst: kein Indiz sagt das</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>{exhibit} as a whole</source>
        <translation>{exhibit} als Ganzes</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>{exhibit} as a whole, without seeing the photograph</source>
        <translation>{exhibit} als Ganzes, ohne das Foto zu sehen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>Clues in {exhibit}</source>
        <translation>Indizien in {exhibit}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>Clues in {exhibit}, without seeing the photograph</source>
        <translation>Indizien in {exhibit}, ohne das Foto zu sehen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>Show where the model points for {observation}</source>
        <translation>Zeigen, wohin das Modell für {observation} zeigt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>Scene: {scene}</source>
        <translation>Szene: {scene}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>The model names no place.</source>
        <translation>Das Modell nennt keinen Ort.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>Show {name} on the map</source>
        <translation>{name} auf der Karte zeigen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>The gazetteer knows no such place, or more than one.</source>
        <translation>Das Ortsverzeichnis kennt keinen solchen Ort, oder mehrere.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>The model names no clue.</source>
        <translation>Das Modell nennt kein Indiz.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>Region</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>Show on the image where the model points</source>
        <translation>Im Bild zeigen, wohin das Modell zeigt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <source>The model runs on this machine and is asked only when you ask. No sentence of it is evidence.</source>
        <translation>Das Modell läuft auf diesem Rechner und wird nur gefragt, wenn Sie fragen. Kein Satz davon ist Beweis.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <source>Language model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <source>Language models</source>
        <translation>Sprachmodelle</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Packs…</source>
        <translation>Pakete…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <source>Use this model</source>
        <translation>Dieses Modell verwenden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <source>Not installed</source>
        <translation>Nicht installiert</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <source>Does not fit</source>
        <translation>Passt nicht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <source>Fits</source>
        <translation>Passt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>sees images</source>
        <translation>sieht Bilder</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>cannot see images</source>
        <translation>sieht keine Bilder</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_text.py"/>
        <source>Enter: show {cite}</source>
        <translation>Eingabe: {cite} zeigen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_text.py"/>
        <source>No record of this case holds this.</source>
        <translation>Kein Eintrag dieses Falls enthält das.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_text.py"/>
        <source>Show {text}</source>
        <translation>{text} zeigen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/new_case.py"/>
        <source>Encrypt this case under a passphrase</source>
        <translation>Diesen Fall mit einer Passphrase verschlüsseln</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <source>Write what you noticed; #1 links a mark, E1 an exhibit.</source>
        <translation>Schreiben Sie, was Ihnen auffiel; #1 verweist auf eine Markierung, E1 auf ein Beweisstück.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <source>Write what concerns the whole case; E1 links an exhibit, L1 a lead.</source>
        <translation>Schreiben Sie, was den ganzen Fall betrifft; E1 verweist auf ein Beweisstück, L1 auf eine Spur.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <source>Nothing is left to be done. A lead says what is, who does it, and what came of it.</source>
        <translation>Nichts ist mehr zu tun. Eine Spur sagt, was, wer es tut und was daraus wurde.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <source>Leads, references, and what speaks of it</source>
        <translation>Spuren, Referenzen und was davon spricht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Filed references…</source>
        <translation>Abgelegte Referenzen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>New lead…</source>
        <translation>Neue Spur…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <source>Go to {record}</source>
        <translation>Zu {record} gehen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <location filename="../../desktop/theodolite_desktop/views/timeline.py"/>
        <source>Whole case</source>
        <translation>Ganzer Fall</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Note on the exhibit</source>
        <translation>Notiz zum Beweisstück</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>installed</source>
        <translation>installiert</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>your own</source>
        <translation>eigenes</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>not installed</source>
        <translation>nicht installiert</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>outdated</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>Install {name}</source>
        <translation>{name} installieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>Cancel {name}</source>
        <translation>{name} abbrechen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>Import</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Theodolite works without a network.</source>
        <translation>Theodolite arbeitet ohne Netz.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Choose what to install. Every file is checked against a known hash. Nothing else is ever fetched.</source>
        <translation>Wählen Sie, was installiert wird. Jede Datei wird gegen einen bekannten Hash geprüft. Sonst wird nie etwas geholt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Larger packs, for machines that can reach them: see the guide</source>
        <translation>Größere Pakete, für Rechner, die sie erreichen: siehe die Anleitung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Pack</source>
        <translation>Paket</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>What it gives you</source>
        <translation>Was es Ihnen gibt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>{size} to fetch · {free} free</source>
        <translation>{size} zu holen · {free} frei</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>Packs</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Import from a drive</source>
        <translation>Von einem Laufwerk einlesen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Skip: metadata and map only</source>
        <translation>Überspringen: nur Metadaten und Karte</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Open the sample case</source>
        <translation>Beispielfall öffnen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>{text}: not enough room on this drive</source>
        <translation>{text}: nicht genug Platz auf diesem Laufwerk</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Open {path}</source>
        <translation>{path} öffnen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/palette.py"/>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/palette.py"/>
        <source>Type a command</source>
        <translation>Befehl tippen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/palette.py"/>
        <source>No command has these words.</source>
        <translation>Kein Befehl enthält diese Wörter.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/palette.py"/>
        <source>Not possible now. A case may have to be open, or open for writing.</source>
        <translation>Jetzt nicht möglich. Vielleicht muss ein Fall offen sein, oder zum Schreiben offen.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/palette.py"/>
        <source>Enter runs it. Keys are changed in Settings.</source>
        <translation>Eingabe führt ihn aus. Tasten werden in den Einstellungen geändert.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/panel.py"/>
        <source>Detach {name}</source>
        <translation>{name} ablösen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/panel.py"/>
        <source>Close {name}</source>
        <translation>{name} schließen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/panel.py"/>
        <source>Attach {name}</source>
        <translation>{name} anfügen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Database, originals and thumbnails are encrypted. There is no second key: without the passphrase nobody can open the case, you neither.</source>
        <translation>Datenbank, Originale und Vorschaubilder sind verschlüsselt. Es gibt keinen zweiten Schlüssel: ohne die Passphrase kann niemand den Fall öffnen, auch Sie nicht.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Both are the same.</source>
        <translation>Beide sind gleich.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>The case stays as it is; only what opens it changes. Copies made before keep the old passphrase.</source>
        <translation>Der Fall bleibt, wie er ist; nur was ihn öffnet, ändert sich. Früher gemachte Kopien behalten die alte Passphrase.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Several words are easier to keep than few signs.</source>
        <translation>Mehrere Wörter merkt man sich leichter als wenige Zeichen.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>At least {least} characters. Several words are easier to keep than few signs.</source>
        <translation>Mindestens {least} Zeichen. Mehrere Wörter merkt man sich leichter als wenige Zeichen.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Type it once more.</source>
        <translation>Tippen Sie sie noch einmal.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>The two are not the same yet.</source>
        <translation>Die beiden sind noch nicht gleich.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Short: {first} characters are quick to guess. {long_enough} or more are better.</source>
        <translation>Kurz: {first} Zeichen sind schnell erraten. {long_enough} oder mehr sind besser.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Passphrase again</source>
        <translation>Passphrase noch einmal</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Show what is typed</source>
        <translation>Zeigen, was getippt wird</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Unlock case</source>
        <translation>Fall entsperren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Unlocking…</source>
        <translation>Wird entsperrt…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Change passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Passphrase now</source>
        <translation>Jetzige Passphrase</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>{folder} is encrypted.</source>
        <translation>{folder} ist verschlüsselt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Outside the case people appear as P1, P2 … unless their names are disclosed.</source>
        <translation>Außerhalb des Falls erscheinen Personen als P1, P2 …, sofern Namen nicht preisgegeben werden.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Outside the case sources appear as S1, S2 … unless their names are disclosed.</source>
        <translation>Außerhalb des Falls erscheinen Quellen als S1, S2 …, sofern Namen nicht preisgegeben werden.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>as records of the log name them</source>
        <translation>wie Einträge des Protokolls sie nennen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>examiner, second examiner, editor</source>
        <translation>Prüfer, zweiter Prüfer, Redaktion</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Competence</source>
        <translation>Kenntnisse</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>training and experience</source>
        <translation>Ausbildung und Erfahrung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>never leaves unless names are disclosed</source>
        <translation>geht nie hinaus, sofern Namen nicht preisgegeben werden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Conflicts of interest</source>
        <translation>Interessenkonflikte</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>none, or which</source>
        <translation>keine, oder welche</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>never leaves unless disclosed</source>
        <translation>geht nie hinaus, sofern nicht preisgegeben</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>how the material came</source>
        <translation>wie das Material kam</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Keep what you typed for {text}, or clear it.</source>
        <translation>Behalten Sie, was Sie für {text} tippten, oder löschen Sie es.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>People of the case</source>
        <translation>Personen des Falls</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Keep person</source>
        <translation>Person behalten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Sources of the case</source>
        <translation>Quellen des Falls</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>New source</source>
        <translation>Neue Quelle</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Keep source</source>
        <translation>Quelle behalten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/picking.py"/>
        <source>1 of 3: click the foot of an upright object. Esc cancels.</source>
        <translation>1 von 3: klicken Sie den Fuß eines aufrechten Gegenstands. Esc bricht ab.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/picking.py"/>
        <source>2 of 3: click its top.</source>
        <translation>2 von 3: klicken Sie seine Spitze.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/picking.py"/>
        <source>3 of 3: click the end of its shadow.</source>
        <translation>3 von 3: klicken Sie das Ende seines Schattens.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/picking.py"/>
        <source>Click where the point stands in the photograph. Esc cancels.</source>
        <translation>Klicken Sie, wo der Punkt im Foto steht. Esc bricht ab.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/place_dialog.py"/>
        <source>43.4682, 11.8802 · 43°28'06"N 11°52'49"E · 32T QP 3297 1683 · 8FMHFV9J+73 · geo: · map address</source>
        <translation>43.4682, 11.8802 · 43°28'06"N 11°52'49"E · 32T QP 3297 1683 · 8FMHFV9J+73 · geo: · Kartenadresse</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/place_dialog.py"/>
        <source>Coordinates in any format</source>
        <translation>Koordinaten in jedem Format</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/place_dialog.py"/>
        <source>Formats of the place, or its readings</source>
        <translation>Formate des Ortes, oder seine Lesarten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/place_dialog.py"/>
        <source>Add as candidate</source>
        <translation>Als Kandidat hinzufügen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/place_dialog.py"/>
        <source>Go there</source>
        <translation>Dorthin</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/place_dialog.py"/>
        <source>Choose the reading that was meant:</source>
        <translation>Wählen Sie die gemeinte Lesart:</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/print_dialog.py"/>
        <source>Print report</source>
        <translation>Bericht drucken</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/print_dialog.py"/>
        <source>Printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/print_dialog.py"/>
        <source>None: a PDF file</source>
        <translation>Keiner: eine PDF-Datei</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/print_dialog.py"/>
        <source>Asking for the printers of this computer.</source>
        <translation>Die Drucker dieses Rechners werden erfragt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/print_dialog.py"/>
        <source>These are set up on this computer; no network is searched. The PDF is written first, and the log records its hash and the printer.</source>
        <translation>Diese sind auf diesem Rechner eingerichtet; kein Netz wird durchsucht. Erst wird das PDF geschrieben; das Protokoll hält seinen Hash und den Drucker fest.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/print_dialog.py"/>
        <source>No printer is set up on this computer. The PDF can be printed anywhere.</source>
        <translation>Auf diesem Rechner ist kein Drucker eingerichtet. Das PDF kann überall gedruckt werden.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Draw a box over what copies must not show. The fill is solid; the original is never changed.</source>
        <translation>Ziehen Sie einen Rahmen über das, was Kopien nicht zeigen dürfen. Die Füllung ist deckend; das Original wird nie verändert.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Number plate</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Name or writing</source>
        <translation>Name oder Schrift</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Other region</source>
        <translation>Anderer Bereich</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Picture to mask</source>
        <translation>Bild zum Abdecken</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Find faces and plates</source>
        <translation>Gesichter und Kennzeichen finden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Kind of region</source>
        <translation>Art des Bereichs</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>why; printed in the list of redactions</source>
        <translation>warum; steht in der Liste der Schwärzungen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Masks of this exhibit</source>
        <translation>Masken dieses Beweisstücks</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Mask faces, plates and regions</source>
        <translation>Gesichter, Kennzeichen und Bereiche abdecken</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>What the next box covers</source>
        <translation>Was der nächste Rahmen verdeckt</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>%n masks</source>
        <translation><numerusform>%n Maske</numerusform><numerusform>%n Masken</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>no mask</source>
        <translation>keine Maske</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>proposed: keep or remove</source>
        <translation>vorgeschlagen: behalten oder entfernen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>{masks}, undecided</source>
        <translation>{masks}, unentschieden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Paste the address of a map or street view</source>
        <translation>Adresse einer Karte oder Straßenansicht einfügen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Note on the reference</source>
        <translation>Notiz zur Referenz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>What it shows; E1 and C4 become links</source>
        <translation>Was sie zeigt; E1 und C4 werden Verweise</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Choose picture…</source>
        <translation>Bild wählen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Paste picture</source>
        <translation>Bild einfügen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Picture of the reference</source>
        <translation>Bild der Referenz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Images ({patterns})</source>
        <translation>Bilder ({patterns})</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>pasted picture</source>
        <translation>eingefügtes Bild</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>taken over</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>cannot be decoded</source>
        <translation>kann nicht dekodiert werden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>It is hashed and kept in the vault of the case.</source>
        <translation>Es wird gehasht und im Tresor des Falls verwahrt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>The clipboard holds no picture.</source>
        <translation>Die Zwischenablage enthält kein Bild.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Decoded once
it is filed</source>
        <translation>Dekodiert, sobald
es abgelegt ist</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/references_dialog.py"/>
        <source>A photograph, map or street view that a place is compared with. Its address is text: nothing is opened.</source>
        <translation>Ein Foto, eine Karte oder Straßenansicht, womit ein Ort verglichen wird. Die Adresse ist Text: nichts wird geöffnet.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/references_dialog.py"/>
        <source>New reference</source>
        <translation>Neue Referenz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/references_dialog.py"/>
        <source>Fields of the reference</source>
        <translation>Felder der Referenz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/references_dialog.py"/>
        <source>File reference</source>
        <translation>Referenz ablegen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/references_dialog.py"/>
        <source>Keep changes</source>
        <translation>Änderungen behalten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>nobody named</source>
        <translation>niemand genannt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Protect</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Sections of the report</source>
        <translation>Abschnitte des Berichts</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Steps of the report</source>
        <translation>Schritte des Berichts</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Claim, finding, limits, integrity and signatures are always printed, and so is what speaks against the finding.</source>
        <translation>Behauptung, Befund, Grenzen, Unversehrtheit und Unterschriften werden immer gedruckt, ebenso was gegen den Befund spricht.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Exhibits answered for</source>
        <translation>Beantwortete Beweisstücke</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Precision of coordinates</source>
        <translation>Genauigkeit der Koordinaten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Fill masks in copies</source>
        <translation>Masken in Kopien füllen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Faces, plates, regions…</source>
        <translation>Gesichter, Kennzeichen, Bereiche…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Show graphic exhibits</source>
        <translation>Drastische Beweisstücke zeigen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Otherwise gray and coarse, with their numbers</source>
        <translation>Sonst grau und grob, mit ihren Nummern</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Standing</source>
        <translation>Stand</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>People of the case…</source>
        <translation>Personen des Falls…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Choose a logo, PNG or JPEG</source>
        <translation>Logo wählen, PNG oder JPEG</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>All exhibits ({exhibits})</source>
        <translation>Alle Beweisstücke ({exhibits})</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>A final report still needs: {lacking}.</source>
        <translation>Ein endgültiger Bericht braucht noch: {lacking}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Nothing is missing.</source>
        <translation>Nichts fehlt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Bilder (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Leaves the case only if ticked</source>
        <translation>Verlässt den Fall nur, wenn angekreuzt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Masked regions</source>
        <translation>Verdeckte Bereiche</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Final</source>
        <translation>Endgültig</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Author</source>
        <translation>Verfasser</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Reviewer</source>
        <translation>Zweitprüfer</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Head of each page</source>
        <translation>Kopf jeder Seite</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>name of the house</source>
        <translation>Name des Hauses</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Foot of each page</source>
        <translation>Fuß jeder Seite</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>address or contact</source>
        <translation>Adresse oder Kontakt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Remove the logo</source>
        <translation>Logo entfernen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>The logo must be a PNG or JPEG picture of at most 500 kB.</source>
        <translation>Das Logo muss ein PNG- oder JPEG-Bild von höchstens 500 kB sein.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>The logo could not be read: {strerror}.</source>
        <translation>Das Logo konnte nicht gelesen werden: {strerror}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>{claim} (source {claim_source})</source>
        <translation>{claim} (Quelle {claim_source})</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>No claim is recorded.</source>
        <translation>Keine Behauptung ist festgehalten.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>{rank}. {place}, {country}: {status}, {likelihood}, within {radius}</source>
        <translation>{rank}. {place}, {country}: {status}, {likelihood}, innerhalb von {radius}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>Report outline</source>
        <translation>Gliederung des Berichts</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>No case is open</source>
        <translation>Kein Fall ist offen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>{number} records, head {head}</source>
        <translation>{number} Einträge, Kopf {head}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>No question is recorded.</source>
        <translation>Keine Frage ist festgehalten.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <source>Fill in</source>
        <translation>Ausfüllen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <source>Verify now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Sign the log</source>
        <translation>Protokoll unterschreiben</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Sign</source>
        <translation>Unterschreiben</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <source>Export a bundle that a stranger can check</source>
        <translation>Ein Bündel ausgeben, das ein Fremder prüfen kann</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <source>Bundle</source>
        <translation>Bündel</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <source>Export report</source>
        <translation>Bericht ausgeben</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <source>Export</source>
        <translation>Ausgeben</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <source>{bad} of {checked} differ</source>
        <translation>{bad} von {checked} weichen ab</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <source>{checked} files are as they were written</source>
        <translation>{checked} Dateien sind, wie sie geschrieben wurden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>What was concluded before stays out of sight until this answer is on record. It cannot be changed or undone afterwards; another one can be given beside it.</source>
        <translation>Was vorher geschlossen wurde, bleibt außer Sicht, bis diese Antwort im Protokoll steht. Danach kann sie nicht geändert oder rückgängig gemacht werden; eine weitere kann daneben gegeben werden.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>From now on the window shows the evidence only: verdicts, reasons, notes and the conversation so far are out of sight until the answer is on record. The log says that the review was begun.</source>
        <translation>Von jetzt an zeigt das Fenster nur den Befund: Urteile, Gründe, Notizen und das bisherige Gespräch sind außer Sicht, bis die Antwort im Protokoll steht. Das Protokoll sagt, dass die Prüfung begonnen wurde.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>no opinion</source>
        <translation>keine Meinung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>agree</source>
        <translation>stimme zu</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>disagree</source>
        <translation>stimme nicht zu</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Second examiner</source>
        <translation>Zweiter Prüfer</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>The case knows no second person yet. Add the reviewer to its people first.</source>
        <translation>Der Fall kennt noch keine zweite Person. Fügen Sie den Prüfer zuerst seinen Personen hinzu.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Begin blind</source>
        <translation>Blind beginnen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Review of {exhibit}</source>
        <translation>Prüfung von {exhibit}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Another place, typed below</source>
        <translation>Ein anderer Ort, unten getippt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>No place can be named</source>
        <translation>Kein Ort kann genannt werden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Name of the place</source>
        <translation>Name des Ortes</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>what it is called</source>
        <translation>wie er heißt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Radius</source>
        <translation>Radius</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>1 km or 300 m</source>
        <translation>1 km oder 300 m</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>needed where no place is named</source>
        <translation>nötig, wo kein Ort genannt wird</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Put on record</source>
        <translation>Protokollieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Clues to review</source>
        <translation>Zu prüfende Indizien</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Both answers</source>
        <translation>Beide Antworten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Agreement per clue</source>
        <translation>Übereinstimmung je Indiz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Review of {exhibit} by {person}</source>
        <translation>Prüfung von {exhibit} durch {person}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>{name}, within {radius}</source>
        <translation>{name}, innerhalb von {radius}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Within</source>
        <translation>Innerhalb</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>What you make of each clue</source>
        <translation>Was Sie von jedem Indiz halten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Opinion on {id}</source>
        <translation>Meinung zu {id}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Remark on {id}</source>
        <translation>Bemerkung zu {id}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>why, if you do not agree</source>
        <translation>warum, falls Sie nicht zustimmen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Type the coordinates of the place, or choose that none can be named.</source>
        <translation>Tippen Sie die Koordinaten des Ortes, oder wählen Sie, dass keiner genannt werden kann.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Both answers on {exhibit}</source>
        <translation>Beide Antworten zu {exhibit}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>First</source>
        <translation>Erste</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Second</source>
        <translation>Zweite</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Where was it taken?</source>
        <translation>Wo wurde es aufgenommen?</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>This exhibit has no clue.</source>
        <translation>Dieses Beweisstück hat kein Indiz.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>agreed</source>
        <translation>einig</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>differ</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>The language changes when Theodolite is started again.</source>
        <translation>Die Sprache ändert sich beim nächsten Start von Theodolite.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Single letters act where their view has the focus</source>
        <translation>Einzelne Buchstaben wirken, wo ihre Ansicht den Fokus hat</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Switch them off when speech input or a slip of the hand sets them off; all other keys stay.</source>
        <translation>Schalten Sie sie aus, wenn Spracheingabe oder ein Versehen sie auslöst; alle anderen Tasten bleiben.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Appearance</source>
        <translation>Erscheinung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Files and log are hashed in the background while a case is open. A changed byte is named in the status bar and under Custody.</source>
        <translation>Dateien und Protokoll werden im Hintergrund gehasht, während ein Fall offen ist. Ein geändertes Byte wird in der Statusleiste und unter Verwahrung genannt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Size of text</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Check every hash again</source>
        <translation>Jeden Hash erneut prüfen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Kept on this computer, never in a case.</source>
        <translation>Auf diesem Rechner verwahrt, nie in einem Fall.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Appearance: {name}</source>
        <translation>Erscheinung: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/status.py"/>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Every %n minutes</source>
        <translation><numerusform>Jede %n Minute</numerusform><numerusform>Alle %n Minuten</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>On opening, and when asked</source>
        <translation>Beim Öffnen und auf Wunsch</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/shapes.py"/>
        <source>model points here</source>
        <translation>das Modell zeigt hierher</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>The signature covers every record up to the head below: with it anyone can check that this log existed and who stands for it. The key stays on this machine.</source>
        <translation>Die Unterschrift deckt jeden Eintrag bis zum Kopf unten: damit kann jeder prüfen, dass es dieses Protokoll gab und wer dafür steht. Der Schlüssel bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>There is no key on this machine yet. Make one: it is yours, not the case's.</source>
        <translation>Auf diesem Rechner ist noch kein Schlüssel. Machen Sie einen: er gehört Ihnen, nicht dem Fall.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Make a new key</source>
        <translation>Neuen Schlüssel machen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Passphrase of the key</source>
        <translation>Passphrase des Schlüssels</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>What it is about</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Name in the signature</source>
        <translation>Name in der Unterschrift</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Kept</source>
        <translation>Verwahrt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>{length} records, head {head}…</source>
        <translation>{length} Einträge, Kopf {head}…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>The same again</source>
        <translation>Dieselbe noch einmal</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>A forgotten passphrase cannot be recovered; then make another key.</source>
        <translation>Eine vergessene Passphrase ist nicht wiederzubringen; dann machen Sie einen anderen Schlüssel.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Make the key</source>
        <translation>Schlüssel machen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Use a key that is there</source>
        <translation>Einen vorhandenen Schlüssel verwenden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>the whole log</source>
        <translation>das ganze Protokoll</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>under a passphrase</source>
        <translation>unter einer Passphrase</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>in the keyring of this system</source>
        <translation>im Schlüsselbund dieses Systems</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>review {name}</source>
        <translation>Prüfung {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/snapshot_dialog.py"/>
        <source>Named snapshot</source>
        <translation>Benannter Stand</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/snapshot_dialog.py"/>
        <source>Name of the snapshot</source>
        <translation>Name des Standes</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/snapshot_dialog.py"/>
        <source>Before the second examiner</source>
        <translation>Vor der zweiten Prüfung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/snapshot_dialog.py"/>
        <source>Snapshots so far</source>
        <translation>Bisherige Stände</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/snapshot_dialog.py"/>
        <source>Record the name</source>
        <translation>Namen protokollieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/snapshot_dialog.py"/>
        <source>{utc} · after record {number}</source>
        <translation>{utc} · nach Eintrag {number}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/snapshot_dialog.py"/>
        <source>Everything is already saved.</source>
        <translation>Alles ist schon gespeichert.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/snapshot_dialog.py"/>
        <source>A snapshot puts a name on this moment of the log, so that people and reports can refer to it. Nothing is copied and nothing can be lost by not doing it.</source>
        <translation>Ein Stand gibt diesem Augenblick des Protokolls einen Namen, auf den Menschen und Berichte sich beziehen können. Nichts wird kopiert, und nichts geht verloren, wenn Sie es lassen.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sources_dialog.py"/>
        <source>A source that is off is not read, and its clues do not count. The weight scales what it adds.</source>
        <translation>Eine ausgeschaltete Quelle wird nicht gelesen, und ihre Indizien zählen nicht. Das Gewicht misst, was sie beiträgt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sources_dialog.py"/>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sources_dialog.py"/>
        <source>Weight of {title}</source>
        <translation>Gewicht von {title}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sources_dialog.py"/>
        <source>In {exhibit}</source>
        <translation>In {exhibit}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>The answer of a time-stamping authority (.tsr) or an OpenTimestamps proof (.ots), made on a machine with a network. It is checked here, without one.</source>
        <translation>Die Antwort eines Zeitstempeldienstes (.tsr) oder ein OpenTimestamps-Beweis (.ots), auf einem Rechner mit Netz gemacht. Geprüft wird hier, ohne Netz.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Without them a sound stamp is kept as pending, and can be confirmed later.</source>
        <translation>Ohne sie bleibt ein sauberer Stempel ausstehend und kann später bestätigt werden.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Time stamps (*.tsr *.ots);;All files (*)</source>
        <translation>Zeitstempel (*.tsr *.ots);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>needed</source>
        <translation>nötig</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Certificates you trust</source>
        <translation>Zertifikate, denen Sie trauen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Certificates (*.pem *.crt *.cer *.der);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.der);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>for .tsr</source>
        <translation>für .tsr</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Bitcoin block headers</source>
        <translation>Köpfe von Bitcoin-Blöcken</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>for .ots</source>
        <translation>für .ots</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Import time stamp</source>
        <translation>Zeitstempel einlesen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Check and import</source>
        <translation>Prüfen und einlesen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Choose: {title}</source>
        <translation>Wählen: {title}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Time stamp</source>
        <translation>Zeitstempel</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Choose files</source>
        <translation>Dateien wählen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/status.py"/>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/status.py"/>
        <source>Stop this job</source>
        <translation>Diese Arbeit anhalten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/status.py"/>
        <source>Offline</source>
        <translation>Ohne Netz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/status.py"/>
        <source>Theodolite opens no connection. Packs are fetched by a separate program, on your word.</source>
        <translation>Theodolite öffnet keine Verbindung. Pakete holt ein eigenes Programm, auf Ihr Wort.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/status.py"/>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/status.py"/>
        <source>Everything in this case's folder is encrypted under its passphrase.</source>
        <translation>Alles im Ordner dieses Falls ist unter seiner Passphrase verschlüsselt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/status.py"/>
        <source>{text} {done}/{total}</source>
        <translation>{text} {done}/{total}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/status.py"/>
        <source>No case</source>
        <translation>Kein Fall</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/strategy_bar.py"/>
        <source>Ranked by</source>
        <translation>Geordnet nach</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/strategy_bar.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Ask this strategy again</source>
        <translation>Diese Strategie erneut fragen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/strategy_bar.py"/>
        <source>{title} (not ready)</source>
        <translation>{title} (nicht bereit)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/strength.py"/>
        <source>Strength (Left and Right in the list)</source>
        <translation>Stärke (Links und Rechts in der Liste)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/strength.py"/>
        <source>Strength {word}</source>
        <translation>Stärke {word}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/suggestions.py"/>
        <source>What to look for next</source>
        <translation>Wonach als Nächstes zu suchen ist</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/suggestions.py"/>
        <source>folded</source>
        <translation>eingeklappt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/suggestions.py"/>
        <source>unfolded</source>
        <translation>ausgeklappt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Pixel lengths are true only when object and shadow are equally far away and the ground is seen squarely. Type metres for both if you know them.</source>
        <translation>Längen in Pixeln gelten nur, wenn Gegenstand und Schatten gleich weit weg sind und der Boden gerade gesehen wird. Tippen Sie für beide Meter, wenn Sie sie kennen.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Measured on the level ground of the horizon {clue}, in heights of the camera; the field of view is the one the file claims. Tolerances follow from the clicks.</source>
        <translation>Gemessen auf dem ebenen Boden des Horizonts {clue}, in Höhen der Kamera; der Bildwinkel ist der von der Datei behauptete. Toleranzen folgen aus den Klicks.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>The horizon does not help here. {why}</source>
        <translation>Der Horizont hilft hier nicht. {why}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Claimed by the file: camera clocks are often wrong, zones often unset.</source>
        <translation>Von der Datei behauptet: Kamerauhren gehen oft falsch, Zonen sind oft nicht gesetzt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Object and its shadow</source>
        <translation>Gegenstand und sein Schatten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Sun elevation in degrees</source>
        <translation>Höhe der Sonne in Grad</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Not measured</source>
        <translation>Nicht gemessen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Camera bearing and shadow direction</source>
        <translation>Peilung der Kamera und Richtung des Schattens</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Sun azimuth in degrees</source>
        <translation>Azimut der Sonne in Grad</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Offset from UTC</source>
        <translation>Abstand von UTC</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Civil time of the place</source>
        <translation>Ortsübliche Zeit</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Zone unknown</source>
        <translation>Zone unbekannt</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Sun and shadow</source>
        <translation>Sonne und Schatten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>How the sun's height was measured</source>
        <translation>Wie die Höhe der Sonne gemessen wurde</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>How the sun's direction was measured</source>
        <translation>Wie die Richtung der Sonne gemessen wurde</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Seen from above, clockwise from the way the camera looks: 0 away from it, 90 to the right, 180 towards it.</source>
        <translation>Von oben gesehen, im Uhrzeigersinn von der Blickrichtung der Kamera: 0 von ihr weg, 90 nach rechts, 180 auf sie zu.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Clock tolerance in minutes, 95 %</source>
        <translation>Toleranz der Uhr in Minuten, 95 %</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>When the sun stood so at a known place</source>
        <translation>Wann die Sonne an einem bekannten Ort so stand</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Sun and shadow in {exhibit}</source>
        <translation>Sonne und Schatten in {exhibit}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Height of the sun</source>
        <translation>Höhe der Sonne</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Clock off by ±</source>
        <translation>Uhr geht falsch um ±</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>Hints work without a language model.</source>
        <translation>Hinweise gehen ohne Sprachmodell.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>Choose a language model</source>
        <translation>Sprachmodell wählen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>{name}, hash {sha256}, {can}</source>
        <translation>{name}, Hash {sha256}, {can}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>Language model: {said}</source>
        <translation>Sprachmodell: {said}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Look at the photograph</source>
        <translation>Das Foto ansehen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Name clues</source>
        <translation>Indizien benennen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>Let the model phrase the summary</source>
        <translation>Das Modell die Zusammenfassung formulieren lassen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>Language worker: {word}</source>
        <translation>Sprachprozess: {word}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>Stop (Esc)</source>
        <translation>Anhalten (Esc)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Stop the model</source>
        <translation>Modell anhalten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>How far the model has read</source>
        <translation>Wie weit das Modell gelesen hat</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>, {count} tokens</source>
        <translation>, {count} Token</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>Take out of the line: {title}</source>
        <translation>Aus der Schlange nehmen: {title}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>Waiting: {title}</source>
        <translation>Wartet: {title}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>and %n more waiting</source>
        <translation><numerusform>und %n weiteres wartet</numerusform><numerusform>und %n weitere warten</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/timeline.py"/>
        <source>Timeline of custody</source>
        <translation>Zeitleiste der Verwahrung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/timeline.py"/>
        <source>Also steps that do not concern the exhibit in view</source>
        <translation>Auch Schritte, die das gezeigte Beweisstück nicht betreffen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>The sun never stood so there in that time: the place, the date or the measurement is wrong.</source>
        <translation>Die Sonne stand dort in dieser Zeit nie so: Ort, Datum oder Messung ist falsch.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Other coordinates</source>
        <translation>Andere Koordinaten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Solar days of the place</source>
        <translation>Sonnentage des Ortes</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Days in UTC</source>
        <translation>Tage in UTC</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Times at a place</source>
        <translation>Zeiten an einem Ort</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>43.4682, 11.8802 or any other format</source>
        <translation>43.4682, 11.8802 oder ein anderes Format</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Date or span</source>
        <translation>Datum oder Spanne</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>2024-06-21, 2024-06, 2024 or two with a slash</source>
        <translation>2024-06-21, 2024-06, 2024 oder zwei mit Schrägstrich</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Whose days</source>
        <translation>Wessen Tage</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Possible times</source>
        <translation>Mögliche Zeiten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Keep as a clue of time</source>
        <translation>Als Indiz der Zeit behalten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Show times</source>
        <translation>Zeiten zeigen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Sun at {measured} (95 %).</source>
        <translation>Sonne bei {measured} (95 %).</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>{start}  to  {end}  UTC</source>
        <translation>{start}  bis  {end}  UTC</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/toast.py"/>
        <source>Close the notice</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>Show clue {name}</source>
        <translation>Indiz {name} zeigen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>Show exhibit {name}</source>
        <translation>Beweisstück {name} zeigen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>{exhibit} and other exhibits</source>
        <translation>{exhibit} und andere Beweisstücke</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>the time</source>
        <translation>die Zeit</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>Cannot all be true:</source>
        <translation>Nicht alles kann stimmen:</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>Against:</source>
        <translation>Dagegen:</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>Show {number} more</source>
        <translation>{number} weitere zeigen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>Conflict: {detail}</source>
        <translation>Widerspruch: {detail}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>Say that {linked} show one place</source>
        <translation>Sagen, dass {linked} einen Ort zeigen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>With the rest:</source>
        <translation>Mit den übrigen:</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>Clues:</source>
        <translation>Indizien:</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>Claimed by:</source>
        <translation>Behauptet von:</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/tour_card.py"/>
        <source>End the tour</source>
        <translation>Rundgang beenden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/tour_card.py"/>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/tour_card.py"/>
        <source>Tour, {number} of {total}</source>
        <translation>Rundgang, {number} von {total}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/tour_card.py"/>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/transcript.py"/>
        <source>%n earlier</source>
        <translation><numerusform>%n frühere</numerusform><numerusform>%n frühere</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/transcript.py"/>
        <source>Show earlier messages, {count} of them</source>
        <translation>Frühere Nachrichten zeigen, {count} davon</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>Exhibits, table</source>
        <translation>Beweisstücke, Tabelle</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>Headings; sort from the filter's menu by keyboard</source>
        <translation>Überschriften; sortiert wird mit der Tastatur aus dem Menü des Filters</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>Filter, for example tag:3 -has:gps</source>
        <translation>Filter, zum Beispiel tag:3 -has:gps</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>Filter the exhibits</source>
        <translation>Beweisstücke filtern</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>Conditions and order</source>
        <translation>Bedingungen und Reihenfolge</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>Without a tag</source>
        <translation>Ohne Marke</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>Backward</source>
        <translation>Rückwärts</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>Tag</source>
        <translation>Marke</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>Sort by</source>
        <translation>Ordnen nach</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>As they came</source>
        <translation>Wie sie kamen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Verify candidate</source>
        <translation>Kandidat verifizieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Reject candidate</source>
        <translation>Kandidat verwerfen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Put under review</source>
        <translation>In Prüfung setzen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Back to suggested</source>
        <translation>Zurück auf vorgeschlagen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Set back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Found by the evidence; no person has judged it.</source>
        <translation>Vom Befund gefunden; kein Mensch hat ihn beurteilt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Being checked; nothing is decided.</source>
        <translation>Wird geprüft; nichts ist entschieden.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>A person's word. Needs two clues that share no origin, or a recorded reason.</source>
        <translation>Das Wort eines Menschen. Braucht zwei Indizien ohne geteilte Herkunft, oder einen protokollierten Grund.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Ruled out, with a reason. It stays listed and in the report.</source>
        <translation>Ausgeschlossen, mit einem Grund. Er bleibt gelistet und im Bericht.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>{who} marks {number} places as {status}: {names}.</source>
        <translation>{who} setzt {number} Orte auf {status}: {names}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Reason (optional)</source>
        <translation>Grund (freiwillig)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wiring.py"/>
        <source>Intact: {files}</source>
        <translation>Unversehrt: {files}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wiring.py"/>
        <source>Integrity: problem found</source>
        <translation>Unversehrtheit: Problem gefunden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wiring.py"/>
        <source>Hashes not checked</source>
        <translation>Hashes nicht geprüft</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wiring.py"/>
        <source>New files not checked yet</source>
        <translation>Neue Dateien noch nicht geprüft</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wiring.py"/>
        <source>The picture could not be opened: {text}</source>
        <translation>Das Bild konnte nicht geöffnet werden: {text}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wiring.py"/>
        <source>{exhibit} was withdrawn.</source>
        <translation>{exhibit} wurde zurückgezogen.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>about {distance}</source>
        <translation>etwa {distance}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>Score {value}</source>
        <translation>Wert {value}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>{size} ({number} bytes)</source>
        <translation>{size} ({number} Bytes)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>about {times} times less likely here than averaged over the world prior</source>
        <translation>etwa {times}-mal weniger wahrscheinlich hier als im Mittel des Weltvorwissens</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>Something went wrong inside Theodolite ({name}). The case is unharmed.</source>
        <translation>In Theodolite ist etwas schiefgegangen ({name}). Der Fall ist unversehrt.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>{number} bytes</source>
        <translation>{number} Bytes</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>makes no difference here</source>
        <translation>macht hier keinen Unterschied</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>about {times} times more likely here than averaged over the world prior</source>
        <translation>etwa {times}-mal wahrscheinlicher hier als im Mittel des Weltvorwissens</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>{problem} Nothing that was confirmed is lost.</source>
        <translation>{problem} Nichts Bestätigtes ist verloren.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>The evidence names a place.</source>
        <translation>Der Befund nennt einen Ort.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>The evidence names a region, not a place.</source>
        <translation>Der Befund nennt eine Region, keinen Ort.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>The evidence names a country, not a region.</source>
        <translation>Der Befund nennt ein Land, keine Region.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>The file could not be used</source>
        <translation>Die Datei konnte nicht verwendet werden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>New case…</source>
        <translation>Neuer Fall…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Open case…</source>
        <translation>Fall öffnen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Open a bundle…</source>
        <translation>Bündel öffnen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Case properties…</source>
        <translation>Eigenschaften des Falls…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Add reference index…</source>
        <translation>Referenzindex hinzufügen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Make a reference index…</source>
        <translation>Referenzindex machen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Clue sources…</source>
        <translation>Indizienquellen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Named snapshot…</source>
        <translation>Benannter Stand…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Export report…</source>
        <translation>Bericht ausgeben…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Print report…</source>
        <translation>Bericht drucken…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Bring in another copy…</source>
        <translation>Andere Kopie hereinholen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Export bundle…</source>
        <translation>Bündel ausgeben…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Sign the log…</source>
        <translation>Protokoll unterschreiben…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Mask faces, plates and regions…</source>
        <translation>Gesichter, Kennzeichen und Bereiche abdecken…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Second examiner…</source>
        <translation>Zweiter Prüfer…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Import time stamp…</source>
        <translation>Zeitstempel einlesen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Change passphrase…</source>
        <translation>Passphrase ändern…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Paste image or coordinates</source>
        <translation>Bild oder Koordinaten einfügen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Say what you know</source>
        <translation>Sagen, was Sie wissen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Go to coordinates…</source>
        <translation>Zu Koordinaten gehen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>All commands…</source>
        <translation>Alle Befehle…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Add exhibits…</source>
        <translation>Beweisstücke hinzufügen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Read clues and find references</source>
        <translation>Indizien lesen und Referenzen finden</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Selected exhibits show one place…</source>
        <translation>Gewählte Beweisstücke zeigen einen Ort…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Withdrawn and destroyed…</source>
        <translation>Zurückgezogen und vernichtet…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Exhibits as a list</source>
        <translation>Beweisstücke als Liste</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Exhibits as a grid</source>
        <translation>Beweisstücke als Raster</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Exhibits as a table</source>
        <translation>Beweisstücke als Tabelle</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Filter exhibits</source>
        <translation>Beweisstücke filtern</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Select all exhibits</source>
        <translation>Alle Beweisstücke auswählen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Tag 1</source>
        <translation>Marke 1</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Tag 2</source>
        <translation>Marke 2</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Tag 3</source>
        <translation>Marke 3</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Tag 4</source>
        <translation>Marke 4</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Tag 5</source>
        <translation>Marke 5</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Tag 6</source>
        <translation>Marke 6</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Tag 7</source>
        <translation>Marke 7</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Tag 8</source>
        <translation>Marke 8</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Tag 9</source>
        <translation>Marke 9</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Magnifier (hold)</source>
        <translation>Lupe (halten)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Rotate view right</source>
        <translation>Ansicht nach rechts drehen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Rotate view left</source>
        <translation>Ansicht nach links drehen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Rotate view by 1° right</source>
        <translation>Ansicht um 1° nach rechts drehen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Rotate view by 1° left</source>
        <translation>Ansicht um 1° nach links drehen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Level the view by the horizon</source>
        <translation>Ansicht nach dem Horizont richten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Adjust the view…</source>
        <translation>Ansicht anpassen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Mark a clue with a box</source>
        <translation>Indiz mit einem Rahmen markieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Next mark</source>
        <translation>Nächste Markierung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Previous mark</source>
        <translation>Vorige Markierung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Remove mark</source>
        <translation>Markierung entfernen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Note on the mark</source>
        <translation>Notiz zur Markierung</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Make a picture from it…</source>
        <translation>Bild daraus machen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Sun and shadow, typed…</source>
        <translation>Sonne und Schatten, getippt…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Where did the camera stand…</source>
        <translation>Wo stand die Kamera…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Clue on or off</source>
        <translation>Indiz ein oder aus</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Reject clue…</source>
        <translation>Indiz verwerfen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Make the clue weaker</source>
        <translation>Indiz schwächer machen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Make the clue stronger</source>
        <translation>Indiz stärker machen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Write a note on the clue</source>
        <translation>Notiz zum Indiz schreiben</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Show the region of a clue</source>
        <translation>Bereich eines Indizes zeigen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Verify candidate…</source>
        <translation>Kandidat verifizieren…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Reject candidate…</source>
        <translation>Kandidat verwerfen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Compare candidate</source>
        <translation>Kandidat vergleichen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Show candidate on the map</source>
        <translation>Kandidat auf der Karte zeigen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Show or hide contributions</source>
        <translation>Beiträge zeigen oder verbergen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Times of the sun there…</source>
        <translation>Zeiten der Sonne dort…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Copy coordinates as…</source>
        <translation>Koordinaten kopieren als…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Rank by…</source>
        <translation>Ordnen nach…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Summarise in the model's words</source>
        <translation>In Worten des Modells zusammenfassen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Language model…</source>
        <translation>Sprachmodell…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Lock the pictures as they lie</source>
        <translation>Bilder sperren, wie sie liegen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Set an anchor</source>
        <translation>Anker setzen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Place the number where the alignment has it</source>
        <translation>Nummer setzen, wo die Ausrichtung sie hat</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Take the number off the reference</source>
        <translation>Nummer von der Referenz nehmen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Reference more opaque</source>
        <translation>Referenz deckender</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Reference less opaque</source>
        <translation>Referenz durchsichtiger</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Rotate the comparison</source>
        <translation>Vergleich drehen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Rotate the comparison back</source>
        <translation>Vergleich zurückdrehen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Zoom in together</source>
        <translation>Zusammen vergrößern</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Zoom out together</source>
        <translation>Zusammen verkleinern</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Fit the comparison to the view</source>
        <translation>Vergleich einpassen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Two pictures</source>
        <translation>Zwei Bilder</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Three pictures</source>
        <translation>Drei Bilder</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Four pictures</source>
        <translation>Vier Bilder</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Choose what stands beside…</source>
        <translation>Wählen, was daneben steht…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Next candidate to compare</source>
        <translation>Nächster Kandidat zum Vergleichen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Previous candidate to compare</source>
        <translation>Voriger Kandidat zum Vergleichen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Next reference</source>
        <translation>Nächste Referenz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Previous reference</source>
        <translation>Vorige Referenz</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Compare with this map view</source>
        <translation>Mit dieser Kartenansicht vergleichen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Keep in the report…</source>
        <translation>Im Bericht behalten…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Copy coordinates of the crosshair</source>
        <translation>Koordinaten des Fadenkreuzes kopieren</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Next search area</source>
        <translation>Nächstes Suchgebiet</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Judge cells of the search area</source>
        <translation>Zellen des Suchgebiets beurteilen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Carry this place out…</source>
        <translation>Diesen Ort hinaustragen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Carry out a crop…</source>
        <translation>Ausschnitt hinaustragen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Export what the map shows…</source>
        <translation>Ausgeben, was die Karte zeigt…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Reference points</source>
        <translation>Referenzpunkte</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Import a map pack…</source>
        <translation>Kartenpaket einlesen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>File a reference…</source>
        <translation>Referenz ablegen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Section in or out of the report</source>
        <translation>Abschnitt in den Bericht oder heraus</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Find in the case…</source>
        <translation>Im Fall suchen…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Examine</source>
        <translation>Untersuchen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Exhibits pane</source>
        <translation>Feld der Beweisstücke</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Inspector pane</source>
        <translation>Feld des Inspektors</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Arrange panels</source>
        <translation>Felder anordnen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Detach panel</source>
        <translation>Feld ablösen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Reset layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Next pane</source>
        <translation>Nächstes Feld</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Previous pane</source>
        <translation>Voriges Feld</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Cover graphic content</source>
        <translation>Drastischen Inhalt verdecken</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Cover all pictures</source>
        <translation>Alle Bilder verdecken</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Appearance: as the system</source>
        <translation>Erscheinung: wie das System</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Appearance: light</source>
        <translation>Erscheinung: hell</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Appearance: dark</source>
        <translation>Erscheinung: dunkel</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Help for this</source>
        <translation>Hilfe hierzu</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>All pages of the help</source>
        <translation>Alle Seiten der Hilfe</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Tour of the sample case…</source>
        <translation>Rundgang durch den Beispielfall…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/scales.py"/>
        <source>suggested</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/scales.py"/>
        <source>under review</source>
        <translation>in Prüfung</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/scales.py"/>
        <source>verified</source>
        <translation>verifiziert</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/scales.py"/>
        <source>rejected</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Metadata of the file</source>
        <translation>Metadaten der Datei</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Conflicts within the metadata</source>
        <translation>Widersprüche in den Metadaten</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Content credentials (C2PA)</source>
        <translation>Inhaltsnachweise (C2PA)</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Tracks in videos</source>
        <translation>Spuren in Videos</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Signs of a copy of a copy</source>
        <translation>Zeichen einer Kopie der Kopie</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Writing in the picture</source>
        <translation>Schrift im Bild</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Writing system</source>
        <translation>Schriftsystem</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Spelling and letters</source>
        <translation>Schreibweise und Buchstaben</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Street-type words</source>
        <translation>Wörter für Straßen</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Names of places</source>
        <translation>Namen von Orten</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Phone numbers</source>
        <translation>Telefonnummern</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Internet addresses</source>
        <translation>Internetadressen</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Currency and prices</source>
        <translation>Währung und Preise</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Postal codes</source>
        <translation>Postleitzahlen</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Vehicle plates</source>
        <translation>Fahrzeugkennzeichen</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Dates</source>
        <translation>Daten</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Road numbers</source>
        <translation>Straßennummern</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Airline, rail and emergency codes</source>
        <translation>Codes von Flug, Bahn und Notruf</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Camera geometry</source>
        <translation>Geometrie der Kamera</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Observed by a person</source>
        <translation>Von einem Menschen beobachtet</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Geo-aligned models</source>
        <translation>Geo-ausgerichtete Modelle</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Points named by a language model</source>
        <translation>Von einem Sprachmodell genannte Punkte</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/likelihood.py"/>
        <source>very likely</source>
        <translation>sehr wahrscheinlich</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/likelihood.py"/>
        <source>about as likely as not</source>
        <translation>etwa ebenso wahrscheinlich wie nicht</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/likelihood.py"/>
        <source>unlikely</source>
        <translation>unwahrscheinlich</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/likelihood.py"/>
        <source>very unlikely</source>
        <translation>sehr unwahrscheinlich</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/likelihood.py"/>
        <source>remote</source>
        <translation>äußerst unwahrscheinlich</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Leading candidates side by side</source>
        <translation>Führende Kandidaten nebeneinander</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Marked pairs</source>
        <translation>Markierte Paare</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Derived images</source>
        <translation>Abgeleitete Bilder</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Contradictions</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Verdicts and alternatives</source>
        <translation>Urteile und Alternativen</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Other strategies</source>
        <translation>Andere Strategien</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Model output</source>
        <translation>Ausgabe des Modells</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>People and responsibilities</source>
        <translation>Personen und Verantwortung</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Verification kit</source>
        <translation>Prüfwerkzeug</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Chain of custody</source>
        <translation>Verwahrungskette</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>Everything with a name</source>
        <translation>Alles mit einem Namen</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>Places of worship</source>
        <translation>Gotteshäuser</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>Towers and masts</source>
        <translation>Türme und Masten</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>Fuel stations</source>
        <translation>Tankstellen</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>Schools</source>
        <translation>Schulen</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>Bridges</source>
        <translation>Brücken</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>Railways and stations</source>
        <translation>Bahnstrecken und Bahnhöfe</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>Power lines</source>
        <translation>Stromleitungen</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>Shops</source>
        <translation>Läden</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>Fountains and monuments</source>
        <translation>Brunnen und Denkmäler</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>satellite</source>
        <translation>Satellit</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>street view</source>
        <translation>Straßenansicht</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>satellite, dated</source>
        <translation>Satellit, datiert</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>map, described</source>
        <translation>Karte, beschrieben</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>any map program</source>
        <translation>jedes Kartenprogramm</translation>
    </message>
</context>
</TS>
