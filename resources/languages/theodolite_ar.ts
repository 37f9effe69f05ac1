<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<extra-name>العربية</extra-name>
<extra-reviewed>no</extra-reviewed>
<context>
    <name>Theodolite</name>
    <message>
        <location filename="../../desktop/theodolite_desktop/aftermath.py"/>
        <source>Something broke inside. What was confirmed is saved, and so is what you were typing.</source>
        <translation>حدث عطل داخلي. ما تم تأكيده محفوظ، وكذلك ما كنت تكتبه.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/aftermath.py"/>
        <source>The window ended unexpectedly with {case} open. Nothing confirmed is lost.</source>
        <translation>انتهت النافذة على نحو غير متوقع بينما كانت {case} مفتوحة. لم يُفقد شيء مما تم تأكيده.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/aftermath.py"/>
        <source>The last window ended unexpectedly. Nothing confirmed is lost.</source>
        <translation>انتهت النافذة السابقة على نحو غير متوقع. لم يُفقد شيء مما تم تأكيده.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/aftermath.py"/>
        <source>The path is copied.</source>
        <translation>نُسخ المسار.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/aftermath.py"/>
        <source>A report of it, without words of the case, lies on this machine only.</source>
        <translation>يوجد تقرير عن ذلك، دون كلمات من القضية، على هذا الجهاز فقط.</translation>
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
        <translation>إغلاق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/aftermath.py"/>
        <source>Copy its path</source>
        <translation>نسخ مساره</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/aftermath.py"/>
        <source>Open it again</source>
        <translation>فتحها من جديد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/aftermath.py"/>
        <source>Copy the path of its report</source>
        <translation>نسخ مسار تقريره</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/asking.py"/>
        <source>waking the model</source>
        <translation>إيقاظ النموذج</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>No language model is installed. Hints work without one; the packs page has one.</source>
        <translation>لا يوجد نموذج لغوي مثبت. تعمل التلميحات من دونه؛ وتجد نموذجًا في صفحة الباقات.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Switch the hint off or remove it, and the first column is the answer again, bit for bit.</source>
        <translation>أوقف التلميح أو أزله فتعود الإجابة إلى العمود الأول كما كانت تمامًا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Stopped. Nothing of what the model wrote was kept.</source>
        <translation>تم الإيقاف. لم يُحفظ شيء مما كتبه النموذج.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Answering “{text}”</source>
        <translation>الإجابة عن «{text}»</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Looking at {exhibit}</source>
        <translation>النظر في {exhibit}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Naming clues in {exhibit}</source>
        <translation>تسمية القرائن في {exhibit}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>The model points here for “{label}”. This is no mark of yours.</source>
        <translation>يشير النموذج إلى هنا بخصوص «{label}». هذه ليست علامة منك.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Open or begin a case first.</source>
        <translation>افتح قضية أو ابدأ قضية أولًا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Reading “{text}”</source>
        <translation>قراءة «{text}»</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Summarising</source>
        <translation>تلخيص</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>This is waiting for the model already, or too much is.</source>
        <translation>هذا ينتظر النموذج بالفعل، أو أن المنتظر كثير.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Busy</source>
        <translation>مشغول</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Asleep</source>
        <translation>نائم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Ready, started anew</source>
        <translation>جاهز، بدأ من جديد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Without it: {without}.
With it: {with_hint}.
{effect}</source>
        <translation>من دونه: {without}.
معه: {with_hint}.
{effect}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Conflict</source>
        <translation>تعارض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>Before and after</source>
        <translation>قبل وبعد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_commands.py"/>
        <source>{cite} is no longer in this case.</source>
        <translation>{cite} لم يعد في هذه القضية.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>similar photographs</source>
        <translation>صور متشابهة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>aligned models</source>
        <translation>نماذج مُحاذاة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>model answers</source>
        <translation>إجابات النموذج</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>{first}, {ahead} points ahead of {label}</source>
        <translation>{first}، متقدم بمقدار {ahead} نقطة على {label}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>no place named</source>
        <translation>لم يُسمَّ أي مكان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>Left out of what it wrote: {parts}.</source>
        <translation>حُذف مما كتبه: {parts}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>what speaks from {source}</source>
        <translation>ما يتكلم من {source}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>clue {id}</source>
        <translation>القرينة {id}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>exhibit {id}</source>
        <translation>المعروض {id}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>hint {id}</source>
        <translation>التلميح {id}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>verdict {id}</source>
        <translation>الحكم {id}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>record {id}</source>
        <translation>القيد {id}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>No language model is installed.</source>
        <translation>لا يوجد نموذج لغوي مثبت.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>This model reads text only, not photographs.</source>
        <translation>هذا النموذج يقرأ النص فقط، لا الصور.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>Choose an exhibit first.</source>
        <translation>اختر معروضًا أولًا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>{id} could not be decoded: there is nothing to look at.</source>
        <translation>تعذر فك ترميز {id}: لا شيء يمكن النظر إليه.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>no place is named</source>
        <translation>لم يُسمَّ أي مكان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>{first}, with no other place listed</source>
        <translation>{first}، دون مكان آخر في القائمة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>{why} ({count} times)</source>
        <translation>{why} ({count} مرات)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>Without</source>
        <translation>من دون</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>With the hint</source>
        <translation>مع التلميح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>In conflict</source>
        <translation>في تعارض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>the model's own</source>
        <translation>من النموذج نفسه</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/assistant_rows.py"/>
        <source>{name} alone</source>
        <translation>{name} وحده</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/camera_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <location filename="../../desktop/theodolite_desktop/sun_commands.py"/>
        <source>Choose an exhibit with a picture first.</source>
        <translation>اختر أولًا معروضًا له صورة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_commands.py"/>
        <source>This clue is no line of writing that was read; there is nothing to correct.</source>
        <translation>هذه القرينة ليست سطرًا مكتوبًا تمت قراءته؛ لا شيء يُصحَّح.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_commands.py"/>
        <source>Select two exhibits or more first: Ctrl and click, or Shift and the arrows.</source>
        <translation>حدد معروضين أو أكثر أولًا: Ctrl مع النقر، أو Shift مع الأسهم.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_commands.py"/>
        <source>Reject clue {clue}</source>
        <translation>رفض القرينة {clue}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_commands.py"/>
        <source>Reading the line anew</source>
        <translation>إعادة قراءة السطر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_commands.py"/>
        <source>It stays listed, with your reason.</source>
        <translation>تبقى في القائمة مع السبب الذي ذكرته.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_commands.py"/>
        <source>misread</source>
        <translation>قراءة خاطئة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_commands.py"/>
        <source>not from this scene</source>
        <translation>ليس من هذا المشهد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_commands.py"/>
        <source>source not credible</source>
        <translation>المصدر غير موثوق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Rejected: {reason}</source>
        <translation>مرفوض: {reason}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>none stated</source>
        <translation>لم يُذكر سبب</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Method: {method}, rules {version}</source>
        <translation>الطريقة: {method}، القواعد {version}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Origins: {origins}</source>
        <translation>الأصول: {origins}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Source switched off</source>
        <translation>المصدر موقوف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Off</source>
        <translation>موقوف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Strength: {strength} · speaks for</source>
        <translation>القوة: {strength} · تؤيد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Strength: {strength} · speaks against</source>
        <translation>القوة: {strength} · تعارض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Says nothing about places by itself; it does not count in the ranking.</source>
        <translation>لا تقول بذاتها شيئًا عن الأماكن؛ ولا تُحتسب في الترتيب.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Read by {recogniser}</source>
        <translation>قرأه {recogniser}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Read</source>
        <translation>المقروء</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Corrected to</source>
        <translation>صُحِّح إلى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>In Latin letters ({romanised_by})</source>
        <translation>بحروف لاتينية ({romanised_by})</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/clue_rows.py"/>
        <source>Means</source>
        <translation>المعنى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/commands.py"/>
        <source>Images ({suffixes});;All files (*)</source>
        <translation>صور ({suffixes});;كل الملفات (*)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Recent cases</source>
        <translation>القضايا الأخيرة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <location filename="../../desktop/theodolite_desktop/views/image_page.py"/>
        <source>Add exhibits</source>
        <translation>إضافة معروضات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/commands.py"/>
        <source>Add a folder of photographs</source>
        <translation>إضافة مجلد صور</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/commands.py"/>
        <source>Not verified</source>
        <translation>غير مُتحقَّق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/commands.py"/>
        <source>Override</source>
        <translation>تجاوز</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/commands.py"/>
        <source>Leave it</source>
        <translation>اتركه</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/commands.py"/>
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/commands.py"/>
        <source>None yet</source>
        <translation>لا شيء بعد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/commands.py"/>
        <source>The clipboard holds no image and no coordinates.</source>
        <translation>لا تحتوي الحافظة على صورة ولا على إحداثيات.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/compare_wiring.py"/>
        <source>{name} could not be opened: {why}</source>
        <translation>تعذر فتح {name}: {why}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/compare_wiring.py"/>
        <source>No reference photograph near this candidate.</source>
        <translation>لا توجد صورة مرجعية قرب هذا المرشح.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/compare_wiring.py"/>
        <source>Bring the place into view, then choose Compare with this map view.</source>
        <translation>أظهر المكان في العرض، ثم اختر «المقارنة مع عرض الخريطة هذا».</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/compare_wiring.py"/>
        <location filename="../../desktop/theodolite_desktop/views/compare_placing.py"/>
        <source>Aligned by %n anchors</source>
        <translation><numerusform>محاذاة دون نقاط ربط (%n)</numerusform><numerusform>محاذاة بنقطة ربط واحدة (%n)</numerusform><numerusform>محاذاة بنقطتي ربط (%n)</numerusform><numerusform>محاذاة بـ %n نقاط ربط</numerusform><numerusform>محاذاة بـ %n نقطة ربط</numerusform><numerusform>محاذاة بـ %n نقطة ربط</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/compare_wiring.py"/>
        <source>Aligned by hand, without anchors</source>
        <translation>محاذاة يدوية، دون نقاط ربط</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/compare_wiring.py"/>
        <source>%n numbers stand on both pictures</source>
        <translation><numerusform>لا أرقام (%n) على الصورتين</numerusform><numerusform>رقم واحد (%n) على الصورتين</numerusform><numerusform>رقمان (%n) على الصورتين</numerusform><numerusform>%n أرقام على الصورتين</numerusform><numerusform>%n رقمًا على الصورتين</numerusform><numerusform>%n رقم على الصورتين</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/compare_wiring.py"/>
        <source>reference</source>
        <translation>مرجع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/compare_wiring.py"/>
        <source>Kept. The report prints this comparison.</source>
        <translation>حُفظت. تُطبع هذه المقارنة في التقرير.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>Similar photographs</source>
        <translation>صور متشابهة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <location filename="../../desktop/theodolite_desktop/views/references_dialog.py"/>
        <source>Filed references</source>
        <translation>مراجع مودعة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>Made from this exhibit</source>
        <translation>مصنوعة من هذا المعروض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>Map views</source>
        <translation>عروض الخريطة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>Other exhibits</source>
        <translation>معروضات أخرى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>MAP VIEW · {place} · zoom {zoom}</source>
        <translation>عرض خريطة · {place} · تكبير {zoom}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>Map {place}</source>
        <translation>خريطة {place}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>REFERENCE {name}</source>
        <translation>مرجع {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>cosine {value}</source>
        <translation>جيب التمام {value}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>%n references</source>
        <translation><numerusform>%n مراجع</numerusform><numerusform>مرجع واحد (%n)</numerusform><numerusform>مرجعان (%n)</numerusform><numerusform>%n مراجع</numerusform><numerusform>%n مرجعًا</numerusform><numerusform>%n مرجع</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>imagery date not known</source>
        <translation>تاريخ الصور غير معروف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>MADE FROM {exhibit}</source>
        <translation>مصنوع من {exhibit}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <location filename="../../desktop/theodolite_desktop/views/compare.py"/>
        <source>EXHIBIT {exhibit} · {name}</source>
        <translation>معروض {exhibit} · {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>map view</source>
        <translation>عرض خريطة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/comparing.py"/>
        <source>no reference near</source>
        <translation>لا مرجع قريب</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/conflict_rows.py"/>
        <source>(not there)</source>
        <translation>(غير موجود)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/controller.py"/>
        <location filename="../../desktop/theodolite_desktop/desk.py"/>
        <source>Opening the places of the world</source>
        <translation>فتح أماكن العالم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/controller.py"/>
        <source>Adding exhibits</source>
        <translation>إضافة معروضات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/controller.py"/>
        <source>Adding the pasted image</source>
        <translation>إضافة الصورة الملصقة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/controller.py"/>
        <location filename="../../desktop/theodolite_desktop/inspector_commands.py"/>
        <source>Reading exhibits</source>
        <translation>قراءة المعروضات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/controller.py"/>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Verifying</source>
        <translation>جارٍ التحقق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/covering.py"/>
        <source>{exhibit} · covered · F9 shows it</source>
        <translation>{exhibit} · محجوب · F9 يُظهره</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/covering.py"/>
        <source>Covered</source>
        <translation>محجوب</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <source>Making a picture from {id}</source>
        <translation>صنع صورة من {id}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <source>Making {name} again</source>
        <translation>إعادة صنع {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <source>Save {name}</source>
        <translation>حفظ {name}</translation>
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
        <translation>مجلد ما سيُختم زمنيًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <source>Choose an exhibit with a readable picture first.</source>
        <translation>اختر أولًا معروضًا له صورة مقروءة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <source>Made from {id}, on record with its recipe and hash.</source>
        <translation>صُنعت من {id}، وسُجلت مع وصفتها وتجزئتها.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <source>{name} made again gives the hash on record.</source>
        <translation>إعادة صنع {name} تعطي التجزئة المسجلة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <source>{name} made again does not give the hash on record.</source>
        <translation>إعادة صنع {name} لا تعطي التجزئة المسجلة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <source>Saving {name}</source>
        <translation>حفظ {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <source>Saved as {path}</source>
        <translation>حُفظ باسم {path}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_commands.py"/>
        <source>Written: {names}. Take them to a time-stamping service.</source>
        <translation>كُتبت: {names}. خذها إلى خدمة ختم زمني.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Confirmed</source>
        <translation>مؤكد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Pending</source>
        <translation>معلق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Invalid</source>
        <translation>غير صالح</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>%n steps</source>
        <translation><numerusform>%n خطوات</numerusform><numerusform>خطوة واحدة (%n)</numerusform><numerusform>خطوتان (%n)</numerusform><numerusform>%n خطوات</numerusform><numerusform>%n خطوة</numerusform><numerusform>%n خطوة</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Not intact: {first}</source>
        <translation>غير سليم: {first}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/wiring.py"/>
        <source>%n files</source>
        <translation><numerusform>%n ملفات</numerusform><numerusform>ملف واحد (%n)</numerusform><numerusform>ملفان (%n)</numerusform><numerusform>%n ملفات</numerusform><numerusform>%n ملفًا</numerusform><numerusform>%n ملف</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>%n records</source>
        <translation><numerusform>%n قيود</numerusform><numerusform>قيد واحد (%n)</numerusform><numerusform>قيدان (%n)</numerusform><numerusform>%n قيود</numerusform><numerusform>%n قيدًا</numerusform><numerusform>%n قيد</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>a hash differs</source>
        <translation>تجزئة مختلفة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Verifying {done} of {total}</source>
        <translation>التحقق من {done} من {total}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Taken from</source>
        <translation>مأخوذ من</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Name there</source>
        <translation>الاسم هناك</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Taken in</source>
        <translation>أُدخل في</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>File changed</source>
        <translation>تغيّر الملف في</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Condition</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>readable, {width} × {height} pixels</source>
        <translation>مقروء، {width} × {height} بكسل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>not readable; kept as it is</source>
        <translation>غير مقروء؛ محفوظ كما هو</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/references_dialog.py"/>
        <source>withdrawn</source>
        <translation>مسحوب</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>marked graphic</source>
        <translation>معلَّم كمحتوى صادم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>{utc} · records 1 to {last} about {about} · key {key}</source>
        <translation>{utc} · القيود من 1 إلى {last} عن {about} · المفتاح {key}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>{utc} · records 1 to {last} · key {key}</source>
        <translation>{utc} · القيود من 1 إلى {last} · المفتاح {key}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>head {head}</source>
        <translation>الرأس {head}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Intact at {at}: {files} and {records} match their hashes, with {destroyed}.</source>
        <translation>سليم في {at}: {files} و{records} تطابق تجزئاتها، مع {destroyed}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>no file: pasted</source>
        <translation>لا ملف: ملصق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Made from</source>
        <translation>مصنوع من</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Not checked yet</source>
        <translation>لم يُفحص بعد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Good, by another key</source>
        <translation>صحيح، بمفتاح آخر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>{person} signed · {look}</source>
        <translation>وقّع {person} · {look}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>states {time}</source>
        <translation>يذكر {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>of the head now</source>
        <translation>للرأس الحالي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>imported {time}
file SHA-256 {sha256}
head {head}</source>
        <translation>استُورد {time}
SHA-256 للملف {sha256}
الرأس {head}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Clock</source>
        <translation>الساعة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Intact at {at}: {files} and {records} match their hashes.</source>
        <translation>سليم في {at}: {files} و{records} تطابق تجزئاتها.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Good</source>
        <translation>صحيح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>Bad</source>
        <translation>خاطئ</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>%n destructions</source>
        <translation><numerusform>%n عمليات إتلاف</numerusform><numerusform>عملية إتلاف واحدة (%n)</numerusform><numerusform>عمليتا إتلاف (%n)</numerusform><numerusform>%n عمليات إتلاف</numerusform><numerusform>%n عملية إتلاف</numerusform><numerusform>%n عملية إتلاف</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>And {number} more.</source>
        <translation>و{number} أخرى.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>key {key}</source>
        <translation>المفتاح {key}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/custody_rows.py"/>
        <source>of no record here</source>
        <translation>لا يخص أي قيد هنا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_commands.py"/>
        <source>{lead} is taken out. Ctrl+Z brings it back.</source>
        <translation>أُخرج {lead}. يعيده Ctrl+Z.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/desk_list.py"/>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <source>In work</source>
        <translation>قيد العمل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Done</source>
        <translation>منجز</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <source>Dropped</source>
        <translation>متروك</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <source>Photograph</source>
        <translation>صورة فوتوغرافية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <source>Satellite picture</source>
        <translation>صورة قمر صناعي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <source>Street view</source>
        <translation>منظر شارع</translation>
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
        <translation>خريطة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Clue</source>
        <translation>قرينة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <source>Lead</source>
        <translation>خيط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/compare_board.py"/>
        <source>Reference</source>
        <translation>مرجع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>Search area</source>
        <translation>منطقة بحث</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <source>Comparison</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Verdict</source>
        <translation>حكم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <source>Hint</source>
        <translation>تلميح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Candidate</source>
        <translation>مرشح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/speaking.py"/>
        <source>Spoken of in</source>
        <translation>مذكور في</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <source>Note on {exhibit}</source>
        <translation>ملاحظة على {exhibit}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Note on the case</source>
        <translation>ملاحظة على القضية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/desk_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Leads</source>
        <translation>الخيوط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/drafting.py"/>
        <source>What you were typing is back.</source>
        <translation>عاد ما كنت تكتبه.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>All fields ({number})</source>
        <translation>كل الحقول ({number})</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>{new} added, hashed and stored</source>
        <translation>أُضيف {new} وحُسبت تجزئته وخُزّن</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Pixels</source>
        <translation>البكسلات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Added</source>
        <translation>أُضيف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>{when} by {operator}</source>
        <translation>{when} بواسطة {operator}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sources_dialog.py"/>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>Problem</source>
        <translation>المشكلة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>Serial</source>
        <translation>الرقم التسلسلي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>Software</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>Refused {name} and {number} more: {why}</source>
        <translation>رُفض {name} و{number} غيره: {why}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>Refused {name}: {why}</source>
        <translation>رُفض {name}: {why}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>{new} added, hashed and stored, {same} already there</source>
        <translation>أُضيف {new} وحُسبت تجزئته وخُزّن، و{same} موجود من قبل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>not decoded</source>
        <translation>لم يُفك ترميزه</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>Claimed by the file</source>
        <translation>ما يدعيه الملف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>Orientation</source>
        <translation>الوضعية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>Altitude</source>
        <translation>الارتفاع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Direction</source>
        <translation>الاتجاه</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>{direction}° from true north</source>
        <translation>{direction}° من الشمال الحقيقي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/file_rows.py"/>
        <source>{time}, zone unknown</source>
        <translation>{time}، المنطقة الزمنية مجهولة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/find_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/find_panel.py"/>
        <source>Find in the case</source>
        <translation>البحث في القضية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <source>{title}: {count}</source>
        <translation>{title}: {count}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <source>%n matches</source>
        <translation><numerusform>%n نتائج</numerusform><numerusform>نتيجة واحدة (%n)</numerusform><numerusform>نتيجتان (%n)</numerusform><numerusform>%n نتائج</numerusform><numerusform>%n نتيجة</numerusform><numerusform>%n نتيجة</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <source>No match in %n exhibits, notes, clues and log.</source>
        <translation><numerusform>لا نتيجة في %n معروضات أو ملاحظات أو قرائن أو السجل.</numerusform><numerusform>لا نتيجة في معروض واحد (%n) والملاحظات والقرائن والسجل.</numerusform><numerusform>لا نتيجة في معروضين (%n) والملاحظات والقرائن والسجل.</numerusform><numerusform>لا نتيجة في %n معروضات والملاحظات والقرائن والسجل.</numerusform><numerusform>لا نتيجة في %n معروضًا والملاحظات والقرائن والسجل.</numerusform><numerusform>لا نتيجة في %n معروض والملاحظات والقرائن والسجل.</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <source>Recognised text</source>
        <translation>نص تم التعرف عليه</translation>
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
        <translation>القرائن</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <location filename="../../desktop/theodolite_desktop/views/inspector.py"/>
        <location filename="../../desktop/theodolite_desktop/views/inspector_rail.py"/>
        <location filename="../../desktop/theodolite_desktop/views/metadata.py"/>
        <source>Metadata</source>
        <translation>البيانات الوصفية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/inspector.py"/>
        <location filename="../../desktop/theodolite_desktop/views/inspector_rail.py"/>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <location filename="../../desktop/theodolite_desktop/views/chip_area.py"/>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Hints</source>
        <translation>التلميحات</translation>
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
        <translation>المرشحون</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <source>Search areas</source>
        <translation>مناطق البحث</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <source>Comparisons</source>
        <translation>المقارنات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <source>Carried out</source>
        <translation>ما أُخرج</translation>
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
        <translation>المحادثة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <source>{title}: {count}, the first {listed}</source>
        <translation>{title}: {count}، أول {listed}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <source>%n passages not yet in Latin letters</source>
        <translation><numerusform>%n مقاطع لم تُكتب بعد بحروف لاتينية</numerusform><numerusform>مقطع واحد (%n) لم يُكتب بعد بحروف لاتينية</numerusform><numerusform>مقطعان (%n) لم يُكتبا بعد بحروف لاتينية</numerusform><numerusform>%n مقاطع لم تُكتب بعد بحروف لاتينية</numerusform><numerusform>%n مقطعًا لم يُكتب بعد بحروف لاتينية</numerusform><numerusform>%n مقطع لم يُكتب بعد بحروف لاتينية</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/finding_rows.py"/>
        <source>rejected or withdrawn</source>
        <translation>مرفوض أو مسحوب</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/ground_commands.py"/>
        <source>Maps ({patterns});;All files (*)</source>
        <translation>خرائط ({patterns});;كل الملفات (*)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/ground_commands.py"/>
        <source>Importing {name}</source>
        <translation>استيراد {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/ground_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/map/ground_layer.py"/>
        <source>Import a map pack</source>
        <translation>استيراد باقة خرائط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/ground_commands.py"/>
        <source>Installed: {what}</source>
        <translation>ثُبِّت: {what}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/ground_commands.py"/>
        <source>Drawing the reference points</source>
        <translation>رسم النقاط المرجعية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/ground_commands.py"/>
        <source>This case has no reference index. Add one in the Case menu.</source>
        <translation>لا يوجد فهرس مراجع لهذه القضية. أضف فهرسًا من قائمة القضية.</translation>
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
        <translation>المعروضات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>Each file of the case. It was copied and hashed before anything opened it; the original is never changed. Try: choose E2 and come back to E1.</source>
        <translation>كل ملف في القضية. نُسخ وحُسبت تجزئته قبل أن يفتحه أي شيء؛ ولا يُغيَّر الأصل أبدًا. جرّب: اختر E2 ثم عد إلى E1.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>The image and its marks</source>
        <translation>الصورة وعلاماتها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>Numbered marks belong to clues: some were read by machine, mark 7 was drawn by a person. Try: the wheel zooms to the pointer, comma and period go from mark to mark.</source>
        <translation>العلامات المرقمة تخص القرائن: بعضها قرأته الآلة، والعلامة 7 رسمها شخص. جرّب: العجلة تكبّر نحو المؤشر، والفاصلة والنقطة تنتقلان من علامة إلى علامة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>What the file says about itself. Every value is a claim: E1 carries none, E3 claims Florence and contradicts E2. Nobody is called false by that.</source>
        <translation>ما يقوله الملف عن نفسه. كل قيمة ادعاء: E1 لا يحمل شيئًا، وE3 يدعي فلورنسا ويناقض E2. لا يُتهم أحد بالكذب بسبب ذلك.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>What was seen, what follows from it, and how far it is trusted. Try: Space switches a clue off and on again; watch its points and the candidates.</source>
        <translation>ما شوهد، وما ينتج عنه، ومدى الثقة به. جرّب: مفتاح المسافة يوقف القرينة ويشغلها؛ راقب نقاطها والمرشحين.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>Places that the evidence favours. The bars add up to the total: for to the one side, against, hatched, to the other. Only a person verifies a place. Try: E opens and closes the bars.</source>
        <translation>الأماكن التي ترجحها الأدلة. مجموع الأشرطة هو الإجمالي: المؤيد إلى جانب، والمعارض، مخططًا، إلى الجانب الآخر. لا يتحقق من المكان إلا شخص. جرّب: E يفتح الأشرطة ويغلقها.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>Say what you know. A chip is proposed first and counts only when you apply it; removed, the former ranking is back. Try: press the switch of “in Italy”.</source>
        <translation>قل ما تعرفه. تُقترح رقاقة أولًا ولا تُحتسب إلا عندما تطبقها؛ وإذا أُزيلت عاد الترتيب السابق. جرّب: اضغط مفتاح “in Italy”.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>The hint line</source>
        <translation>سطر التلميح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>Ctrl+L brings you here from anywhere. A question is answered from the records, then by the language model, whose text is marked and is never evidence.</source>
        <translation>يأتي بك Ctrl+L إلى هنا من أي مكان. يُجاب السؤال من القيود، ثم من النموذج اللغوي الذي يُعلَّم نصه ولا يكون دليلًا أبدًا.</translation>
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
        <translation>المقارنة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>The exhibit beside a reference. Two anchors on each align them; the lock keeps your alignment. Try: Space lays one over the other.</source>
        <translation>المعروض بجانب مرجع. نقطتا ربط على كل منهما تحاذيانهما؛ والقفل يبقي محاذاتك. جرّب: مفتاح المسافة يضع أحدهما فوق الآخر.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>Candidates by colour and shape of their status, the regions that hold 50 and 90 % of the probability, and what files claim. It works without a network.</source>
        <translation>المرشحون بحسب لون حالتهم وشكلها، والمناطق التي تضم 50 و90 % من الاحتمال، وما تدعيه الملفات. تعمل دون شبكة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <location filename="../../desktop/theodolite_desktop/views/inspector.py"/>
        <location filename="../../desktop/theodolite_desktop/views/inspector_rail.py"/>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>Custody</source>
        <translation>الحيازة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>Each step is a record chained to the one before. Verify hashes every original again; the head that a report prints fixes everything up to there.</source>
        <translation>كل خطوة قيد مرتبط بالقيد الذي قبله. التحقق يعيد حساب تجزئة كل أصل؛ والرأس الذي يطبعه التقرير يثبّت كل ما سبقه.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>The report</source>
        <translation>التقرير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>What was found, on what it rests and what speaks against it, so that a stranger can check it. Ctrl+E exports it. That is the tour; F1 helps with whatever has the focus.</source>
        <translation>ما وُجد، وعلى ماذا يستند، وما الذي يعارضه، بحيث يستطيع غريب فحصه. Ctrl+E يصدّره. انتهت الجولة؛ F1 يساعد في كل ما عليه التركيز.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>Tour of the sample case</source>
        <translation>جولة في القضية النموذجية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>The tour goes through the sample case: drawn pictures of an invented search.</source>
        <translation>تمر الجولة بالقضية النموذجية: صور مرسومة لبحث مُختلَق.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>It is built on this machine, which takes a minute or two the first time.</source>
        <translation>تُبنى على هذا الجهاز، ويستغرق ذلك دقيقة أو دقيقتين في المرة الأولى.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>Building the sample case</source>
        <translation>بناء القضية النموذجية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>The sample case could not be built: {why}</source>
        <translation>تعذر بناء القضية النموذجية: {why}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>The case that is open is closed; everything in it is saved.</source>
        <translation>تُغلق القضية المفتوحة؛ وكل ما فيها محفوظ.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/guided_tour.py"/>
        <source>Begin</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>Everywhere</source>
        <translation>في كل مكان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/centre.py"/>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Image</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/centre.py"/>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Report</source>
        <translation>التقرير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <source>Hint line and chips</source>
        <translation>سطر التلميح والرقائق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <source>Everywhere else</source>
        <translation>في كل مكان آخر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Help</source>
        <translation>المساعدة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <source>Say it · new line</source>
        <translation>قله · سطر جديد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <source>Bring back what was said last, in the empty line</source>
        <translation>استرجاع آخر ما قيل، في السطر الفارغ</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <source>On a chip: on, off or apply · edit · remove</source>
        <translation>على رقاقة: تشغيل أو إيقاف أو تطبيق · تحرير · إزالة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <source>On a chip: before and after · rankings of a link</source>
        <translation>على رقاقة: قبل وبعد · ترتيبا الرابط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <source>Next, previous control</source>
        <translation>عنصر التحكم التالي، السابق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <source>Context menu</source>
        <translation>قائمة السياق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/help_commands.py"/>
        <source>Stop or close</source>
        <translation>إيقاف أو إغلاق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/image_commands.py"/>
        <source>The horizon is on record. The view can be levelled by it, and shadows are measured on its ground where the focal length is known.</source>
        <translation>الأفق مسجل. يمكن تسوية العرض به، وتُقاس الظلال على أرضه حيث يُعرف البعد البؤري.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/image_commands.py"/>
        <source>Draw the horizon first (H): the view is levelled by it.</source>
        <translation>ارسم الأفق أولًا (H): يُسوّى العرض به.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/index_commands.py"/>
        <source>Folder of a reference index</source>
        <translation>مجلد فهرس مراجع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/index_commands.py"/>
        <source>Making a reference index</source>
        <translation>صنع فهرس مراجع</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/index_commands.py"/>
        <source>Index of %n references made</source>
        <translation><numerusform>صُنع فهرس من %n مراجع</numerusform><numerusform>صُنع فهرس من مرجع واحد (%n)</numerusform><numerusform>صُنع فهرس من مرجعين (%n)</numerusform><numerusform>صُنع فهرس من %n مراجع</numerusform><numerusform>صُنع فهرس من %n مرجعًا</numerusform><numerusform>صُنع فهرس من %n مرجع</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/inspector_commands.py"/>
        <source>Reading {number} of {total} exhibits</source>
        <translation>قراءة {number} من {total} معروض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/job_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <location filename="../../desktop/theodolite_desktop/views/status.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Jobs</source>
        <translation>المهام</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/job_commands.py"/>
        <source>{name} failed: {why}</source>
        <translation>فشل {name}: {why}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/job_commands.py"/>
        <source>{name}: finished after {took}.</source>
        <translation>{name}: انتهى بعد {took}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/keeping_commands.py"/>
        <source>Destroying {id}</source>
        <translation>إتلاف {id}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/keeping_commands.py"/>
        <source>{name} is destroyed. Its tombstone stays in the log.</source>
        <translation>أُتلف {name}. تبقى شاهدته في السجل.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/keeping_commands.py"/>
        <source>%n exhibits withdrawn; their bytes and history stay. Ctrl+Z brings back one by one.</source>
        <translation><numerusform>سُحب %n معروضات؛ تبقى البايتات والتاريخ. Ctrl+Z يعيدها واحدًا واحدًا.</numerusform><numerusform>سُحب معروض واحد (%n)؛ تبقى بايتاته وتاريخه. Ctrl+Z يعيده.</numerusform><numerusform>سُحب معروضان (%n)؛ تبقى بايتاتهما وتاريخهما. Ctrl+Z يعيدهما واحدًا واحدًا.</numerusform><numerusform>سُحبت %n معروضات؛ تبقى بايتاتها وتاريخها. Ctrl+Z يعيدها واحدًا واحدًا.</numerusform><numerusform>سُحب %n معروضًا؛ تبقى بايتاتها وتاريخها. Ctrl+Z يعيدها واحدًا واحدًا.</numerusform><numerusform>سُحب %n معروض؛ تبقى بايتاتها وتاريخها. Ctrl+Z يعيدها واحدًا واحدًا.</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/layout_commands.py"/>
        <source>Click into a panel first: the one with the focus is detached.</source>
        <translation>انقر داخل لوحة أولًا: تُفصل اللوحة التي عليها التركيز.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/ground_layer.py"/>
        <source>No map data here at this zoom.</source>
        <translation>لا بيانات خريطة هنا عند هذا التكبير.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/paper.py"/>
        <source>Report as it will be written</source>
        <translation>التقرير كما سيُكتب</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/scene.py"/>
        <source>Borders: Natural Earth, public domain · Places: GeoNames, CC BY 4.0 · drawn by Leaflet, offline</source>
        <translation>الحدود: Natural Earth، ملكية عامة · الأماكن: GeoNames، CC BY 4.0 · رسم Leaflet، دون اتصال</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/scene.py"/>
        <source>{name}, cosine {cosine}</source>
        <translation>{name}، جيب التمام {cosine}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/scene.py"/>
        <source>{exhibit}: GPS claimed</source>
        <translation>{exhibit}: موقع GPS مُدّعى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/view.py"/>
        <source>Map of candidates</source>
        <translation>خريطة المرشحين</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Legend</source>
        <translation>مفتاح الخريطة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>North is up</source>
        <translation>الشمال إلى الأعلى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Map. Arrow keys move it, plus and minus zoom, Tab goes through the candidates.</source>
        <translation>خريطة. تحركها مفاتيح الأسهم، ويغيّر زائد وناقص التكبير، وينتقل Tab بين المرشحين.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Zoom in</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Zoom out</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <location filename="../../desktop/theodolite_desktop/views/map_page.py"/>
        <source>No candidates yet. The world map works offline.</source>
        <translation>لا مرشحون بعد. تعمل خريطة العالم دون اتصال.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Suggested</source>
        <translation>مقترح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Under review</source>
        <translation>قيد المراجعة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Verified</source>
        <translation>مُتحقَّق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>Rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Exhibit GPS, claimed</source>
        <translation>GPS المعروض، مُدّعى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Clues, by number</source>
        <translation>القرائن، بالأرقام</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Similar references</source>
        <translation>مراجع متشابهة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>{level} % region</source>
        <translation>منطقة {level} %</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Sun band, 95 %</source>
        <translation>نطاق الشمس، 95 %</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Where sun bands overlap</source>
        <translation>حيث تتداخل نطاقات الشمس</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Camera wedge, any distance</source>
        <translation>زاوية الكاميرا، أي مسافة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Camera, 95 % ellipse</source>
        <translation>الكاميرا، قطع ناقص 95 %</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>{count} of {total} reference points</source>
        <translation>{count} من {total} نقطة مرجعية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>No map data</source>
        <translation>لا بيانات خريطة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Searched</source>
        <translation>مبحوثة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Excluded</source>
        <translation>مستبعدة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Unclear</source>
        <translation>غير واضحة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>searched</source>
        <translation>مبحوثة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>excluded</source>
        <translation>مستبعدة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>unclear</source>
        <translation>غير واضحة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>to search</source>
        <translation>للبحث</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>and {count} more</source>
        <translation>و{count} أخرى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>{rank}. {name}, {status}</source>
        <translation>{rank}. {name}، {status}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>row {row}, column {column}, {state}</source>
        <translation>الصف {row}، العمود {column}، {state}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Click points to measure. Space sets one at the crosshair, Esc ends.</source>
        <translation>انقر نقاطًا للقياس. مفتاح المسافة يضع نقطة عند التقاطع، وEsc يُنهي.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Click the corners of the ground to search. Space sets one at the crosshair.</source>
        <translation>انقر زوايا الأرض المراد بحثها. مفتاح المسافة يضع زاوية عند التقاطع.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Enter or a double click closes the area, Backspace takes a corner back.</source>
        <translation>Enter أو النقر المزدوج يغلق المنطقة، وBackspace يسترجع زاوية.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map/words.py"/>
        <source>Click or drag over cells: {state}. Arrows move, 1 searched, 2 excluded, 3 unclear, 0 to search.</source>
        <translation>انقر الخلايا أو اسحب فوقها: {state}. الأسهم تنقل، 1 مبحوثة، 2 مستبعدة، 3 غير واضحة، 0 للبحث.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <source>Link to a map service…</source>
        <translation>رابط إلى خدمة خرائط…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <source>Overpass query…</source>
        <translation>استعلام Overpass…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <source>Coordinates alone…</source>
        <translation>الإحداثيات وحدها…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <source>Copied and recorded. Nothing was opened.</source>
        <translation>نُسخ وسُجل. لم يُفتح شيء.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <source>The region of {clue} on {exhibit}</source>
        <translation>منطقة {clue} على {exhibit}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <source>All of {exhibit}. Choose a clue with a region to carry out only that.</source>
        <translation>كل {exhibit}. اختر قرينة لها منطقة لإخراج تلك فقط.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <location filename="../../desktop/theodolite_desktop/views/crop_dialog.py"/>
        <source>Making the crop</source>
        <translation>صنع المقتطع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <source>Written and recorded: {name}, SHA-256 {hash}…</source>
        <translation>كُتب وسُجل: {name}، SHA-256 {hash}…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <source>Save the crop</source>
        <translation>حفظ المقتطع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_carry.py"/>
        <source>Copied as text and recorded. Nothing was opened.</source>
        <translation>نُسخ كنص وسُجل. لم يُفتح شيء.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>Export what the map shows</source>
        <translation>تصدير ما تعرضه الخريطة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Show it whole</source>
        <translation>إظهارها كاملة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Title, cells and note…</source>
        <translation>العنوان والخلايا والملاحظة…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Overpass query inside it…</source>
        <translation>استعلام Overpass داخلها…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>{area} removed. Undo brings it back.</source>
        <translation>أُزيلت {area}. التراجع يعيدها.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Compare with {exhibit}</source>
        <translation>المقارنة مع {exhibit}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>The file names what the map shows as exactly as the case does.</source>
        <translation>يسمي الملف ما تعرضه الخريطة بالدقة نفسها التي في القضية.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Nobody's protection is applied to it. For others, write a report with reduced precision.</source>
        <translation>لا تُطبَّق عليه حماية أحد. للآخرين، اكتب تقريرًا بدقة مخفضة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Choose a file…</source>
        <translation>اختر ملفًا…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>No search areas yet. W draws one.</source>
        <translation>لا مناطق بحث بعد. W يرسم منطقة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Open a case first: a search area is part of it.</source>
        <translation>افتح قضية أولًا: منطقة البحث جزء منها.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Centre the map here</source>
        <translation>توسيط الخريطة هنا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Measure a distance	D</source>
        <translation>قياس مسافة	D</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Draw a search area	W</source>
        <translation>رسم منطقة بحث	W</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Open the map first.</source>
        <translation>افتح الخريطة أولًا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Carry out</source>
        <translation>إخراج</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_commands.py"/>
        <source>Written: {name}</source>
        <translation>كُتب: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_wiring.py"/>
        <source>A part of the map could not be drawn. The case is unharmed; the log says more.</source>
        <translation>تعذر رسم جزء من الخريطة. القضية سليمة؛ وفي السجل تفاصيل أكثر.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/map_wiring.py"/>
        <source>Drawing the world map</source>
        <translation>رسم خريطة العالم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>Bringing in the other copy</source>
        <translation>إدخال النسخة الأخرى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>Type the passphrase of that copy; it is only read, and stays encrypted as it is.</source>
        <translation>اكتب عبارة مرور تلك النسخة؛ إنها تُقرأ فقط، وتبقى مشفرة كما هي.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>%n records are different in the two copies and not decided.</source>
        <translation><numerusform>%n قيود مختلفة في النسختين ولم يُبَتّ فيها.</numerusform><numerusform>قيد واحد (%n) مختلف في النسختين ولم يُبَتّ فيه.</numerusform><numerusform>قيدان (%n) مختلفان في النسختين ولم يُبَتّ فيهما.</numerusform><numerusform>%n قيود مختلفة في النسختين ولم يُبَتّ فيها.</numerusform><numerusform>%n قيدًا مختلفًا في النسختين ولم يُبَتّ فيها.</numerusform><numerusform>%n قيد مختلف في النسختين ولم يُبَتّ فيها.</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>Bundle to open</source>
        <translation>الحزمة المراد فتحها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>Make the case here</source>
        <translation>أنشئ القضية هنا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>Cases (*.case)</source>
        <translation>قضايا (*.case)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>The other copy: a case or a bundle</source>
        <translation>النسخة الأخرى: قضية أو حزمة</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>%n records of the other copy brought in</source>
        <translation><numerusform>أُدخل %n قيود من النسخة الأخرى</numerusform><numerusform>أُدخل قيد واحد (%n) من النسخة الأخرى</numerusform><numerusform>أُدخل قيدان (%n) من النسخة الأخرى</numerusform><numerusform>أُدخلت %n قيود من النسخة الأخرى</numerusform><numerusform>أُدخل %n قيدًا من النسخة الأخرى</numerusform><numerusform>أُدخل %n قيد من النسخة الأخرى</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>Nothing new in it</source>
        <translation>لا جديد فيها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>{number} to decide</source>
        <translation>{number} للبت فيها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>left out: {what}</source>
        <translation>تُرك خارجًا: {what}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>Reading the bundle</source>
        <translation>قراءة الحزمة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>Unlock the other copy</source>
        <translation>فتح قفل النسخة الأخرى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/merge_commands.py"/>
        <source>Decide…</source>
        <translation>البت…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>Read-only: you can look and export, but nothing can be changed here.</source>
        <translation>للقراءة فقط: يمكنك النظر والتصدير، ولكن لا يمكن تغيير شيء هنا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>The folder of this case is not there any more: {folder}. What was confirmed is safe on that drive. Connect it again, then try again.</source>
        <translation>لم يعد مجلد هذه القضية موجودًا: {folder}. ما تم تأكيده محفوظ على محرك الأقراص ذاك. صِله من جديد ثم أعد المحاولة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <location filename="../../desktop/theodolite_desktop/operations/cases.py"/>
        <source>Untitled</source>
        <translation>بلا عنوان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>New case</source>
        <translation>قضية جديدة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>Open case</source>
        <translation>فتح قضية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>You can look at it here meanwhile; nothing can be changed.</source>
        <translation>يمكنك النظر فيها هنا في هذه الأثناء؛ لا يمكن تغيير شيء.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>The passphrase is changed.</source>
        <translation>تغيرت عبارة المرور.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>Writing works again.</source>
        <translation>عادت الكتابة تعمل.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>This passphrase does not open the case.</source>
        <translation>عبارة المرور هذه لا تفتح القضية.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>Open for reading only?</source>
        <translation>أتفتحها للقراءة فقط؟</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>Open read-only</source>
        <translation>فتح للقراءة فقط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <location filename="../../desktop/theodolite_desktop/views/map_page.py"/>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Close case</source>
        <translation>إغلاق القضية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/opening.py"/>
        <source>Open for writing</source>
        <translation>فتح للكتابة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/areas.py"/>
        <source>{degrees}° from north</source>
        <translation>{degrees}° من الشمال</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/areas.py"/>
        <source>{total} in all · last part {part}, {way}</source>
        <translation>{total} إجمالًا · الجزء الأخير {part}، {way}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>{horizontal}° wide, claimed: {source}{notes}</source>
        <translation>عرض {horizontal}°، مُدّعى: {source}{notes}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>Focal length</source>
        <translation>البعد البؤري</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>Map points, tolerance</source>
        <translation>نقاط الخريطة، التفاوت</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>Angles, tolerance</source>
        <translation>الزوايا، التفاوت</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <source>Heading</source>
        <translation>اتجاه النظر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>95 % ellipse {long} x {short} m, long axis {orientation}°</source>
        <translation>قطع ناقص 95 %: {long} x {short} م، المحور الطويل {orientation}°</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>Looking {heading}° ± {tolerance}°</source>
        <translation>النظر نحو {heading}° ± {tolerance}°</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>Misfit {misfit} over %n spare measurements</source>
        <translation><numerusform>عدم التطابق {misfit} على %n قياسات زائدة</numerusform><numerusform>عدم التطابق {misfit} على قياس زائد واحد (%n)</numerusform><numerusform>عدم التطابق {misfit} على قياسين زائدين (%n)</numerusform><numerusform>عدم التطابق {misfit} على %n قياسات زائدة</numerusform><numerusform>عدم التطابق {misfit} على %n قياسًا زائدًا</numerusform><numerusform>عدم التطابق {misfit} على %n قياس زائد</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>No measurement to spare: nothing tests these points.</source>
        <translation>لا قياس زائد: لا شيء يختبر هذه النقاط.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>Heading, tolerance</source>
        <translation>اتجاه النظر، التفاوت</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>Pair {n}, near point</source>
        <translation>الزوج {n}، النقطة القريبة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>Pair {n}, far point</source>
        <translation>الزوج {n}، النقطة البعيدة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/camera.py"/>
        <source>Point {n}</source>
        <translation>النقطة {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/places.py"/>
        <source>Read as {format}: {note}.</source>
        <translation>قُرئ بصيغة {format}: {note}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/places.py"/>
        <source>Read as {format}.</source>
        <translation>قُرئ بصيغة {format}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/printing.py"/>
        <source>there is no print service</source>
        <translation>لا توجد خدمة طباعة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/printing.py"/>
        <source>{queue} did not take the report: {problem}. The PDF is written: {path}. Print it from there.</source>
        <translation>لم تقبل {queue} التقرير: {problem}. كُتب ملف PDF: {path}. اطبعه من هناك.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/printing.py"/>
        <source>Printing on {queue}</source>
        <translation>الطباعة على {queue}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/reading.py"/>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <location filename="../../desktop/theodolite_desktop/views/image_page.py"/>
        <location filename="../../desktop/theodolite_desktop/views/metadata.py"/>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <source>Choose an exhibit on the left.</source>
        <translation>اختر معروضًا من القائمة الجانبية.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/report.py"/>
        <source>Laying out the report</source>
        <translation>تنسيق صفحات التقرير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/report.py"/>
        <source>Checking {name}</source>
        <translation>فحص {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/report.py"/>
        <source>cannot be read: {strerror}</source>
        <translation>لا يمكن قراءته: {strerror}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/report.py"/>
        <source>its bytes have changed</source>
        <translation>تغيرت بايتاته</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/shapes.py"/>
        <source>{id}: direction claimed</source>
        <translation>{id}: اتجاه مُدّعى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/shapes.py"/>
        <source>{id}: camera heading</source>
        <translation>{id}: اتجاه الكاميرا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/shapes.py"/>
        <source>Where the sun bands overlap</source>
        <translation>حيث تتداخل نطاقات الشمس</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/shapes.py"/>
        <source>{id}: sun band, 95 %</source>
        <translation>{id}: نطاق الشمس، 95 %</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/strategies.py"/>
        <source>Everything known</source>
        <translation>كل ما هو معروف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/strategies.py"/>
        <source>Geocells</source>
        <translation>خلايا جغرافية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/sun.py"/>
        <source>Tolerance: {name}</source>
        <translation>التفاوت: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/sun.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Object height</source>
        <translation>ارتفاع الجسم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/sun.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Shadow length</source>
        <translation>طول الظل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/sun.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Camera bearing</source>
        <translation>اتجاه الكاميرا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/sun.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Shadow direction</source>
        <translation>اتجاه الظل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/sun.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Sun elevation</source>
        <translation>ارتفاع الشمس</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/sun.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Sun azimuth</source>
        <translation>سمت الشمس</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/sun.py"/>
        <source>Clock tolerance</source>
        <translation>تفاوت الساعة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/together.py"/>
        <source>For: {clues}</source>
        <translation>مؤيد: {clues}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/operations/together.py"/>
        <source>Against: {clues}</source>
        <translation>معارض: {clues}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/outgoing_commands.py"/>
        <source>Printed on {queue}; the PDF: {names}</source>
        <translation>طُبع على {queue}؛ ملف PDF: {names}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/outgoing_commands.py"/>
        <source>Write the PDF into this folder</source>
        <translation>اكتب ملف PDF في هذا المجلد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/outgoing_commands.py"/>
        <source>Named snapshot recorded: {name}</source>
        <translation>سُجلت لقطة مسماة: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/outgoing_commands.py"/>
        <source>Choose a printer…</source>
        <translation>اختر طابعة…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/outgoing_commands.py"/>
        <source>Printing the report</source>
        <translation>طباعة التقرير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/outgoing_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/report_commands.py"/>
        <source>Report written: {names}</source>
        <translation>كُتب التقرير: {names}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/packs_install.py"/>
        <source>Import a pack</source>
        <translation>استيراد باقة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/packs_install.py"/>
        <source>Fetching {name}</source>
        <translation>جلب {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/packs_install.py"/>
        <source>Importing a pack</source>
        <translation>استيراد باقة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/packs_install.py"/>
        <source>The program that fetches packs could not be started: {name}</source>
        <translation>تعذر تشغيل البرنامج الذي يجلب الباقات: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/packs_install.py"/>
        <source>Starting</source>
        <translation>بدء</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/packs_install.py"/>
        <source>Stopped. Nothing half-installed remains.</source>
        <translation>تم الإيقاف. لم يبق شيء مثبت جزئيًا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/packs_install.py"/>
        <source>Installed.</source>
        <translation>تم التثبيت.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/packs_install.py"/>
        <source>The pack could not be installed.</source>
        <translation>تعذر تثبيت الباقة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/place_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Coordinates</source>
        <translation>الإحداثيات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/place_commands.py"/>
        <source>Copied {text}</source>
        <translation>نُسخ {text}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/place_commands.py"/>
        <source>Choose a candidate first.</source>
        <translation>اختر مرشحًا أولًا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/place_commands.py"/>
        <source>Copy as</source>
        <translation>نسخ بصيغة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/place_commands.py"/>
        <source>Add as candidate	A</source>
        <translation>إضافة كمرشح	A</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/pointing.py"/>
        <source>x {x}, y {y}</source>
        <translation>x {x}، y {y}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Drag over the part to keep, or type its edges.</source>
        <translation>اسحب فوق الجزء المراد إبقاؤه، أو اكتب حدوده.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Turn clockwise by the angle. Quarter turns lose nothing.</source>
        <translation>أدر باتجاه عقارب الساعة بهذه الزاوية. أرباع الدورات لا تفقد شيئًا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Mirrored pictures say so in their recipe.</source>
        <translation>الصور المعكوسة تذكر ذلك في وصفتها.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Darker than black becomes black, lighter than white becomes white.</source>
        <translation>ما هو أغمق من الأسود يصير أسود، وما هو أفتح من الأبيض يصير أبيض.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Brightness only.</source>
        <translation>السطوع فقط.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Click the corners of something flat: top left, top right, bottom right, bottom left.</source>
        <translation>انقر زوايا شيء مسطح: أعلى اليسار، أعلى اليمين، أسفل اليمين، أسفل اليسار.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>No detail is added: Lanczos smooths, nearest keeps the pixels as they are.</source>
        <translation>لا تُضاف تفاصيل: Lanczos ينعّم، والأقرب يبقي البكسلات كما هي.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Box, ring: drag over it. Line, arrow: click its start, then its end. Label: click where.</source>
        <translation>مربع، حلقة: اسحب فوقه. خط، سهم: انقر بدايته ثم نهايته. تسمية: انقر موضعها.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Crop</source>
        <translation>اقتطاع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Rotate</source>
        <translation>تدوير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Mirror</source>
        <translation>عكس</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Levels</source>
        <translation>المستويات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Gray</source>
        <translation>رمادي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Straighten</source>
        <translation>تقويم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Enlarge</source>
        <translation>تكبير الصورة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/recipe_rows.py"/>
        <source>Annotate</source>
        <translation>إضافة شروح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_commands.py"/>
        <source>Filing a reference</source>
        <translation>إيداع مرجع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <source>Provider</source>
        <translation>المزوّد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <source>who made or publishes it; needed</source>
        <translation>من صنعه أو نشره؛ مطلوب</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <source>Via Mariano, looking north</source>
        <translation>Via Mariano، باتجاه الشمال</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Imagery date</source>
        <translation>تاريخ الصور</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <source>Taken over on</source>
        <translation>أُخذ في</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Licence</source>
        <translation>الترخيص</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <source>Pitch</source>
        <translation>الميل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <source>Field of view</source>
        <translation>مجال الرؤية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <source>Zoom</source>
        <translation>التكبير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/reference_draft.py"/>
        <source>{name} is a number; {text} is none.</source>
        <translation>{name} عدد؛ و{text} ليس عددًا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_commands.py"/>
        <source>Add an exhibit first: there is nothing to report on yet.</source>
        <translation>أضف معروضًا أولًا: لا شيء يُكتب عنه تقرير بعد.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_commands.py"/>
        <source>Write the report into this folder</source>
        <translation>اكتب التقرير في هذا المجلد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_commands.py"/>
        <source>Checking the files</source>
        <translation>فحص الملفات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_commands.py"/>
        <source>Looking for faces and plates</source>
        <translation>البحث عن وجوه ولوحات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_commands.py"/>
        <source>Writing the report</source>
        <translation>كتابة التقرير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>for reading and printing; pages and fonts as they are</source>
        <translation>للقراءة والطباعة؛ الصفحات والخطوط كما هي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>one file, opens in any browser without a network</source>
        <translation>ملف واحد، يُفتح في أي متصفح دون شبكة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>everything the report says, for programs</source>
        <translation>كل ما يقوله التقرير، للبرامج</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>places for a globe or map program</source>
        <translation>أماكن لبرنامج كرة أرضية أو خرائط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>places for a geographic information system</source>
        <translation>أماكن لنظام معلومات جغرافية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>places as waypoints</source>
        <translation>أماكن كنقاط طريق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>clues and candidates as a table</source>
        <translation>القرائن والمرشحون في جدول</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>CASE/UCO for forensic tools</source>
        <translation>CASE/UCO لأدوات التحقيق الجنائي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Source paths</source>
        <translation>مسارات المصدر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Folders and drives of the files</source>
        <translation>مجلدات الملفات ومحركات أقراصها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>File names</source>
        <translation>أسماء الملفات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Original names; else only E1, E2 …</source>
        <translation>الأسماء الأصلية؛ وإلا فقط E1، E2 …</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Serial numbers</source>
        <translation>الأرقام التسلسلية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>They link pictures to one camera</source>
        <translation>تربط الصور بكاميرا واحدة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Owner and author names</source>
        <translation>أسماء المالك والمؤلف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>As written into the files</source>
        <translation>كما كُتبت في الملفات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Names of persons</source>
        <translation>أسماء الأشخاص</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Who worked on it; else P1, P2 …</source>
        <translation>من عمل عليها؛ وإلا P1، P2 …</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Names of sources</source>
        <translation>أسماء المصادر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Who gave material; else S1, S2 …</source>
        <translation>من قدّم المواد؛ وإلا S1، S2 …</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>As found</source>
        <translation>كما وُجدت</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Draft. Missing for a final report: {lacking}.</source>
        <translation>مسودة. ينقص للتقرير النهائي: {lacking}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Final.</source>
        <translation>نهائي.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Draft. Nothing is missing for a final report.</source>
        <translation>مسودة. لا ينقص شيء للتقرير النهائي.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>as found</source>
        <translation>كما وُجدت</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>to {distance}</source>
        <translation>إلى {distance}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>%n regions covered</source>
        <translation><numerusform>%n مناطق محجوبة</numerusform><numerusform>منطقة واحدة (%n) محجوبة</numerusform><numerusform>منطقتان (%n) محجوبتان</numerusform><numerusform>%n مناطق محجوبة</numerusform><numerusform>%n منطقة محجوبة</numerusform><numerusform>%n منطقة محجوبة</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>No region is covered</source>
        <translation>لا منطقة محجوبة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>{said}, {proposed} of them proposed and not looked at yet.</source>
        <translation>{said}، منها {proposed} مقترحة ولم يُنظر فيها بعد.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>{how} in the report; as found in the values of the log</source>
        <translation>{how} في التقرير؛ وكما وُجدت في قيم السجل</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>%n regions filled in the report, not in the originals</source>
        <translation><numerusform>%n مناطق مملوءة في التقرير، لا في الأصول</numerusform><numerusform>منطقة واحدة (%n) مملوءة في التقرير، لا في الأصول</numerusform><numerusform>منطقتان (%n) مملوءتان في التقرير، لا في الأصول</numerusform><numerusform>%n مناطق مملوءة في التقرير، لا في الأصول</numerusform><numerusform>%n منطقة مملوءة في التقرير، لا في الأصول</numerusform><numerusform>%n منطقة مملوءة في التقرير، لا في الأصول</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>%n regions filled in every copy</source>
        <translation><numerusform>%n مناطق مملوءة في كل نسخة</numerusform><numerusform>منطقة واحدة (%n) مملوءة في كل نسخة</numerusform><numerusform>منطقتان (%n) مملوءتان في كل نسخة</numerusform><numerusform>%n مناطق مملوءة في كل نسخة</numerusform><numerusform>%n منطقة مملوءة في كل نسخة</numerusform><numerusform>%n منطقة مملوءة في كل نسخة</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>masked regions are shown</source>
        <translation>المناطق المقنّعة ظاهرة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>no region is masked</source>
        <translation>لا منطقة مقنّعة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>leave the case</source>
        <translation>تغادر القضية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>stay in the case</source>
        <translation>تبقى في القضية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Masks</source>
        <translation>الأقنعة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>Proposed masks</source>
        <translation>أقنعة مقترحة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>applied unseen on {unseen}</source>
        <translation>مطبقة دون نظر على {unseen}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>question</source>
        <translation>السؤال</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>mandate</source>
        <translation>التكليف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>reviewer</source>
        <translation>المُراجِع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>leave in the originals</source>
        <translation>تغادر داخل الأصول</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/report_draft.py"/>
        <source>leave if originals do</source>
        <translation>تغادر إن غادرت الأصول</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>{reviewer} reviews blind: what was concluded before is out of sight.</source>
        <translation>{reviewer} يراجع مراجعة معمّاة: ما استُنتج من قبل محجوب عن النظر.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>No verdict was given.</source>
        <translation>لم يصدر حكم.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>Both name the same place.</source>
        <translation>كلاهما يسمي المكان نفسه.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>They name different places. Both are printed.</source>
        <translation>يسميان مكانين مختلفين. يُطبع كلاهما.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>There is no first verdict to compare with.</source>
        <translation>لا يوجد حكم أول للمقارنة به.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>No place. {remark}</source>
        <translation>لا مكان. {remark}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>First examiner</source>
        <translation>الفاحص الأول</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>Second examiner, {person}, blind</source>
        <translation>الفاحص الثاني، {person}، مراجعة معمّاة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>Second examiner, {person}, not blind</source>
        <translation>الفاحص الثاني، {person}، مراجعة غير معمّاة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>{where}, within {radius}. {remark}</source>
        <translation>{where}، ضمن {radius}. {remark}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>Give the answer…</source>
        <translation>أعط الإجابة…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>End the review</source>
        <translation>إنهاء المراجعة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/review_commands.py"/>
        <source>A place</source>
        <translation>مكان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>{points} points: {meaning}. Uncalibrated.</source>
        <translation>{points} نقطة: {meaning}. غير معاير.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>{pro} for, {contra} against, {number} independent</source>
        <translation>{pro} مؤيدة، {contra} معارضة، {number} مستقلة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>{person} marks {place} as {status}, {coordinates}, within {radius}.</source>
        <translation>{person} يضع {place} في حالة {status}، {coordinates}، ضمن {radius}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>%n clues that share no origin speak for it</source>
        <translation><numerusform>%n قرائن لا تشترك في أصل تؤيده</numerusform><numerusform>قرينة واحدة (%n) مستقلة الأصل تؤيده</numerusform><numerusform>قرينتان (%n) لا تشتركان في أصل تؤيدانه</numerusform><numerusform>%n قرائن لا تشترك في أصل تؤيده</numerusform><numerusform>%n قرينة لا تشترك في أصل تؤيده</numerusform><numerusform>%n قرينة لا تشترك في أصل تؤيده</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>{pro} for, {contra} against</source>
        <translation>{pro} مؤيدة، {contra} معارضة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>removed</source>
        <translation>أُزيل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>Unreadable; kept as evidence</source>
        <translation>غير مقروء؛ محفوظ كدليل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Not read yet</source>
        <translation>لم يُقرأ بعد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>Prior</source>
        <translation>القبلي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>Total</source>
        <translation>الإجمالي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>{name} (sum)</source>
        <translation>{name} (المجموع)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>and {number} more</source>
        <translation>و{number} أخرى</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sources_dialog.py"/>
        <source>%n clues</source>
        <translation><numerusform>%n قرائن</numerusform><numerusform>قرينة واحدة (%n)</numerusform><numerusform>قرينتان (%n)</numerusform><numerusform>%n قرائن</numerusform><numerusform>%n قرينة</numerusform><numerusform>%n قرينة</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>No clue found</source>
        <translation>لم توجد قرينة</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>%n frames</source>
        <translation><numerusform>%n إطارات</numerusform><numerusform>إطار واحد (%n)</numerusform><numerusform>إطاران (%n)</numerusform><numerusform>%n إطارات</numerusform><numerusform>%n إطارًا</numerusform><numerusform>%n إطار</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>How common photographs of this place are, before any evidence.</source>
        <translation>مدى شيوع صور هذا المكان، قبل أي دليل.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>Prior and contributions add up to this.</source>
        <translation>مجموع القبلي والمساهمات يساوي هذا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/rows.py"/>
        <source>{likelihood}, within {radius}</source>
        <translation>{likelihood}، ضمن {radius}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sign_commands.py"/>
        <source>Export bundle</source>
        <translation>تصدير حزمة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sign_commands.py"/>
        <source>Writing the bundle</source>
        <translation>كتابة الحزمة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sign_commands.py"/>
        <source>Bundle written: {folder}. Check it with verify.py inside.</source>
        <translation>كُتبت الحزمة: {folder}. افحصها بواسطة verify.py الموجود داخلها.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sign_commands.py"/>
        <source>Signed by {key}</source>
        <translation>وُقّعت بالمفتاح {key}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Drag a box, or click two corners. Arrows and Enter work too; Esc cancels.</source>
        <translation>اسحب مربعًا، أو انقر زاويتين. الأسهم وEnter تعمل أيضًا؛ Esc يلغي.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click the opposite corner, or press Enter there.</source>
        <translation>انقر الزاوية المقابلة، أو اضغط Enter هناك.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click the point, or move with the arrows and press Enter. Esc cancels.</source>
        <translation>انقر النقطة، أو تحرك بالأسهم واضغط Enter. يلغي Esc.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click along the line, or drag it. Arrows and Enter work too; Esc cancels.</source>
        <translation>انقر على طول الخط أو اسحبه. الأسهم وEnter تعمل أيضًا؛ Esc يلغي.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click the next point. Backspace takes the last one back.</source>
        <translation>انقر النقطة التالية. Backspace يسترجع الأخيرة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click on; a double click or Enter ends the line. Backspace takes a point back.</source>
        <translation>تابع النقر؛ نقرة مزدوجة أو Enter تُنهي الخط. Backspace يسترجع نقطة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click the corners one after another. Arrows and Enter work too; Esc cancels.</source>
        <translation>انقر الزوايا واحدة بعد أخرى. الأسهم وEnter تعمل أيضًا؛ Esc يلغي.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click the next corner. Backspace takes the last one back.</source>
        <translation>انقر الزاوية التالية. Backspace يسترجع الأخيرة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click one more corner. Backspace takes the last one back.</source>
        <translation>انقر زاوية أخرى. Backspace يسترجع الأخيرة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click on; a double click, Enter or the first corner closes it.</source>
        <translation>تابع النقر؛ نقرة مزدوجة أو Enter أو الزاوية الأولى تغلقه.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click the horizon near one side of the picture, or drag along it. Esc cancels.</source>
        <translation>انقر الأفق قرب أحد جانبي الصورة، أو اسحب على طوله. Esc يلغي.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sketching.py"/>
        <source>Click the horizon near the other side.</source>
        <translation>انقر الأفق قرب الجانب الآخر.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/strategy_commands.py"/>
        <source>Asking {title} about {exhibit}</source>
        <translation>سؤال {title} عن {exhibit}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/strategy_commands.py"/>
        <source>Everything known is always up to date; other strategies are run.</source>
        <translation>«كل ما هو معروف» محدّث دائمًا؛ أما الاستراتيجيات الأخرى فتُشغَّل.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/sun_commands.py"/>
        <source>Measure a shadow first: the times at a place follow from it.</source>
        <translation>قِس ظلًا أولًا: منه تنتج الأوقات في مكان ما.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/tables/sections_model.py"/>
        <source>{title}, left out</source>
        <translation>{title}، متروك خارجًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/tables/sections_model.py"/>
        <source>{title}, always printed</source>
        <translation>{title}، يُطبع دائمًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/tables/sections_model.py"/>
        <source>{title}, in the report</source>
        <translation>{title}، في التقرير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/tables/sections_model.py"/>
        <source>{title} · always</source>
        <translation>{title} · دائمًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/tables/sections_model.py"/>
        <source>Always printed</source>
        <translation>يُطبع دائمًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/tables/triage_model.py"/>
        <source>{column}: {text}</source>
        <translation>{column}: {text}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/timeline_rows.py"/>
        <source>record {number}, {time} UTC</source>
        <translation>القيد {number}، {time} UTC</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/timeline_rows.py"/>
        <source>{day}, UTC</source>
        <translation>{day}، UTC</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/together_rows.py"/>
        <source>Time: established by independent clues</source>
        <translation>الوقت: ثابت بقرائن مستقلة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/together_rows.py"/>
        <source>Time: claimed, not established</source>
        <translation>الوقت: مُدّعى، غير ثابت</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/together_rows.py"/>
        <source>Time: not established</source>
        <translation>الوقت: غير ثابت</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/together_rows.py"/>
        <source>Time: the clues contradict each other</source>
        <translation>الوقت: القرائن يناقض بعضها بعضًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/together_rows.py"/>
        <source>{names} and {last}</source>
        <translation>{names} و{last}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/together_rows.py"/>
        <source>{names} and {number} more</source>
        <translation>{names} و{number} أخرى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/together_rows.py"/>
        <source>at {time}</source>
        <translation>في {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/together_rows.py"/>
        <source>Alone</source>
        <translation>وحده</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/together_rows.py"/>
        <source>With the link</source>
        <translation>مع الرابط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/translators.py"/>
        <source>{name} (unreviewed)</source>
        <translation>{name} (غير مراجَع)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Not read</source>
        <translation>لم يُقرأ</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Unreadable</source>
        <translation>غير مقروء</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>image</source>
        <translation>صورة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>video</source>
        <translation>فيديو</translation>
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
        <translation>معروض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Time (claimed)</source>
        <translation>الوقت (مُدّعى)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Position (claimed)</source>
        <translation>الموقع (مُدّعى)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Graphic content</source>
        <translation>محتوى صادم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Videos</source>
        <translation>مقاطع الفيديو</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>With a claimed position</source>
        <translation>مع موقع مُدّعى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>With a claimed time</source>
        <translation>مع وقت مُدّعى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>With clues</source>
        <translation>مع قرائن</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>With a note</source>
        <translation>مع ملاحظة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>With an open lead</source>
        <translation>مع خيط مفتوح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/triage.py"/>
        <source>Without a verdict</source>
        <translation>دون حكم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <source>Adjust the view</source>
        <translation>ضبط العرض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <source>Rotation, degrees clockwise</source>
        <translation>التدوير، بالدرجات باتجاه عقارب الساعة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <source>Mirrored</source>
        <translation>معكوس</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <source>Level</source>
        <translation>تسوية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <source>Turn the view until the horizon that was drawn lies level</source>
        <translation>تدوير العرض حتى يستوي الأفق المرسوم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Black</source>
        <translation>الأسود</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>White</source>
        <translation>الأبيض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Gamma</source>
        <translation>غاما</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <source>As it was</source>
        <translation>كما كان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>Make a picture…</source>
        <translation>صنع صورة…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <source>Make a picture with this rotation and these levels, as a recorded recipe</source>
        <translation>صنع صورة بهذا التدوير وهذه المستويات، كوصفة مسجلة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <source>The exhibit itself is not changed.</source>
        <translation>لا يتغير المعروض نفسه.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/adjust.py"/>
        <source>Rotation</source>
        <translation>التدوير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <source>North side of the valley</source>
        <translation>الجانب الشمالي من الوادي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <source>Size of a cell, metres</source>
        <translation>حجم الخلية، بالأمتار</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <source>Cells were judged, so their size stays. Draw another area for another size.</source>
        <translation>حُكم على خلايا، لذا يبقى حجمها. ارسم منطقة أخرى لحجم آخر.</translation>
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
        <translation>إلغاء</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <source>%n cells, {km2} km²</source>
        <translation><numerusform>%n خلايا، {km2} كم²</numerusform><numerusform>خلية واحدة (%n)، {km2} كم²</numerusform><numerusform>خليتان (%n)، {km2} كم²</numerusform><numerusform>%n خلايا، {km2} كم²</numerusform><numerusform>%n خلية، {km2} كم²</numerusform><numerusform>%n خلية، {km2} كم²</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <source>Cell, metres</source>
        <translation>الخلية، بالأمتار</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <source>Draw</source>
        <translation>رسم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/correct_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/area_dialog.py"/>
        <source>Ground to search</source>
        <translation>الأرض المراد بحثها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/bundle_dialog.py"/>
        <source>Report, log, CASE JSON-LD and a verifier that needs Python alone, in one BagIt folder.</source>
        <translation>التقرير والسجل وCASE JSON-LD ومدقق لا يحتاج إلا إلى Python، في مجلد BagIt واحد.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/bundle_dialog.py"/>
        <source>The case can be opened again exactly. They leave byte for byte, with what is written in them and what masks cover.</source>
        <translation>يمكن فتح القضية من جديد كما هي تمامًا. تغادر الأصول بايتًا بايتًا، مع ما كُتب فيها وما تغطيه الأقنعة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/bundle_dialog.py"/>
        <source>No original leaves; who has the originals can check them.</source>
        <translation>لا يغادر أي أصل؛ ومن لديه الأصول يمكنه فحصها.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/bundle_dialog.py"/>
        <source>Nothing can be taken out of an original. Originals of this case hold in their own bytes:</source>
        <translation>لا يمكن إخراج شيء من أصل. تحمل أصول هذه القضية في بايتاتها نفسها:</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/bundle_dialog.py"/>
        <source>Originals</source>
        <translation>الأصول</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/bundle_dialog.py"/>
        <source>Hashes of the originals only</source>
        <translation>تجزئات الأصول فقط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/bundle_dialog.py"/>
        <source>{telling} {named}. Choose what leaves.</source>
        <translation>{telling} {named}. اختر ما يغادر.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/bundle_dialog.py"/>
        <source>Bundle: before it leaves the case</source>
        <translation>الحزمة: قبل أن تغادر القضية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/bundle_dialog.py"/>
        <source>Choose where…</source>
        <translation>اختر المكان…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Two pairs of map points that line up fix a place; so do three points picked in the photograph, or two with a known heading. Coordinates in any format.</source>
        <translation>زوجان من نقاط الخريطة على استقامة واحدة يحددان مكانًا؛ وكذلك ثلاث نقاط تُختار في الصورة، أو نقطتان مع اتجاه معروف. الإحداثيات بأي صيغة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Near point of the pair</source>
        <translation>النقطة القريبة من الزوج</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>near: {format}</source>
        <translation>القريبة: {format}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Far point, exactly behind it</source>
        <translation>النقطة البعيدة، خلفها تمامًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>far, exactly behind it</source>
        <translation>البعيدة، خلفها تمامًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Remove this pair</source>
        <translation>إزالة هذا الزوج</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Map point</source>
        <translation>نقطة الخريطة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>point: {format}</source>
        <translation>النقطة: {format}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Pick in photo</source>
        <translation>الاختيار في الصورة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Remove this point</source>
        <translation>إزالة هذه النقطة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Picked at {text}; pick again</source>
        <translation>اختيرت عند {text}؛ اختر من جديد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Where did the camera stand?</source>
        <translation>أين وقفت الكاميرا؟</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Measurements</source>
        <translation>القياسات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Focal length in terms of 35 mm film</source>
        <translation>البعد البؤري المكافئ لفيلم 35 مم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>as the file</source>
        <translation>كما في الملف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Camera heading</source>
        <translation>اتجاه الكاميرا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>° true</source>
        <translation>° حقيقي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Tolerance of map points in metres, one sd</source>
        <translation>تفاوت نقاط الخريطة بالأمتار، انحراف معياري واحد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Tolerance of angles in degrees, one sd</source>
        <translation>تفاوت الزوايا بالدرجات، انحراف معياري واحد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Find the place</source>
        <translation>إيجاد المكان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Add clue</source>
        <translation>إضافة قرينة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Where did the camera of {exhibit} stand?</source>
        <translation>أين وقفت كاميرا {exhibit}؟</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Pairs that line up in the photograph</source>
        <translation>أزواج على استقامة واحدة في الصورة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Add a pair</source>
        <translation>إضافة زوج</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Points picked in the photograph</source>
        <translation>نقاط مختارة في الصورة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Add a point</source>
        <translation>إضافة نقطة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Focal length, 35 mm</source>
        <translation>البعد البؤري، 35 مم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>One sd of</source>
        <translation>انحراف معياري واحد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/fields.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Strength</source>
        <translation>القوة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>map points</source>
        <translation>نقاط الخريطة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>m   angles</source>
        <translation>م   الزوايا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/camera_form.py"/>
        <source>Camera at {place}</source>
        <translation>الكاميرا في {place}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>Not enough evidence to name a place. Add a hint or reference photographs.</source>
        <translation>الأدلة لا تكفي لتسمية مكان. أضف تلميحًا أو صورًا مرجعية.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>Prior: {prior}</source>
        <translation>القبلي: {prior}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>{places} · prior: {prior}</source>
        <translation>{places} · القبلي: {prior}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>Add a hint</source>
        <translation>إضافة تلميح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>None of these</source>
        <translation>لا شيء من هذه</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>Propose the hint that it is none of the places listed</source>
        <translation>اقتراح تلميح بأنه ليس أيًا من الأماكن المذكورة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>The references do not know the place: {note}. {places}</source>
        <translation>المراجع لا تعرف المكان: {note}. {places}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>Points ranked by a score, not by probability.</source>
        <translation>نقاط مرتبة بحسب درجة، لا بحسب احتمال.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>the answer</source>
        <translation>الإجابة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>Compare the chosen candidate</source>
        <translation>مقارنة المرشح المختار</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>Review</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>Put the chosen candidates under review</source>
        <translation>وضع المرشحين المختارين قيد المراجعة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Verify</source>
        <translation>التحقق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>Verify the chosen candidate</source>
        <translation>التحقق من المرشح المختار</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>Reject the chosen candidates</source>
        <translation>رفض المرشحين المختارين</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>Ask {name}</source>
        <translation>سؤال {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/candidates.py"/>
        <source>{answer} Uncalibrated.</source>
        <translation>{answer} غير معاير.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/card.py"/>
        <source>Not independent: {shared}.</source>
        <translation>غير مستقلة: {shared}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>You copy a text; nothing is opened or sent from here. The log records what it says.</source>
        <translation>أنت تنسخ نصًا؛ لا يُفتح شيء ولا يُرسل من هنا. يسجل السجل ما يقوله.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Link to a map service</source>
        <translation>رابط إلى خدمة خرائط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Overpass query</source>
        <translation>استعلام Overpass</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Coordinates alone</source>
        <translation>الإحداثيات وحدها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>As exact as it is (about 1 m)</source>
        <translation>بدقتها كما هي (نحو 1 م)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>100 m</source>
        <translation>100 م</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>1 km</source>
        <translation>1 كم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>10 km</source>
        <translation>10 كم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>100 km</source>
        <translation>100 كم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Map service</source>
        <translation>خدمة خرائط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Precision</source>
        <translation>الدقة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>What to look for</source>
        <translation>ما يُبحث عنه</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Tags of your own</source>
        <translation>وسوم من عندك</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Tags of OpenStreetMap</source>
        <translation>وسوم OpenStreetMap</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Radius in metres</source>
        <translation>نصف القطر بالأمتار</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>The text that will leave</source>
        <translation>النص الذي سيغادر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Record and copy</source>
        <translation>تسجيل ونسخ</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>Carry this place out</source>
        <translation>إخراج هذا المكان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Look for</source>
        <translation>البحث عن</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>Radius, metres</source>
        <translation>نصف القطر، بالأمتار</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/carry_dialog.py"/>
        <source>What will leave</source>
        <translation>ما سيغادر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Case</source>
        <translation>القضية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>Claim</source>
        <translation>الادعاء</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Protection</source>
        <translation>الحماية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sources_dialog.py"/>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>no mark</source>
        <translation>دون تصنيف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>for the named recipients only</source>
        <translation>للمستلمين المذكورين بالاسم فقط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>within the organisation only</source>
        <translation>داخل المؤسسة فقط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>organisation and its clients</source>
        <translation>المؤسسة وعملاؤها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>within the community</source>
        <translation>داخل المجتمع المعني</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>no limit on disclosure</source>
        <translation>لا حدود للإفصاح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Case properties</source>
        <translation>خصائص القضية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Pages of the case properties</source>
        <translation>صفحات خصائص القضية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>The tower photograph</source>
        <translation>صورة البرج</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Case number</source>
        <translation>رقم القضية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>Question</source>
        <translation>السؤال</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>Where was this photograph taken?</source>
        <translation>أين التُقطت هذه الصورة؟</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Mandate</source>
        <translation>التكليف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>why, and on whose behalf</source>
        <translation>لماذا، ونيابة عن من</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Legal basis</source>
        <translation>الأساس القانوني</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>law, court order or editorial decision</source>
        <translation>قانون أو أمر قضائي أو قرار تحريري</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>A final report needs a question and a mandate.</source>
        <translation>يحتاج التقرير النهائي إلى سؤال وتكليف.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Source of the claim</source>
        <translation>مصدر الادعاء</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>a code such as S1, never a name</source>
        <translation>رمز مثل S1، لا اسم أبدًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Claimed place</source>
        <translation>المكان المُدّعى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Florence, or 43.7696, 11.2558</source>
        <translation>Florence، أو 43.7696, 11.2558</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Claimed time</source>
        <translation>الوقت المُدّعى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>22 Oct 2008, before 2015, between 2008 and 2010</source>
        <translation>22 Oct 2008، before 2015، between 2008 and 2010</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>The report answers the place and the time of the claim apart: supported, contradicted or not established. Leave empty what the claim does not say.</source>
        <translation>يجيب التقرير عن مكان الادعاء ووقته كل على حدة: مؤيَّد أو مناقَض أو غير ثابت. اترك فارغًا ما لا يقوله الادعاء.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Classification</source>
        <translation>درجة السرية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>as your house writes it</source>
        <translation>كما تكتبها مؤسستك</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Handling</source>
        <translation>التعامل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Distribution</source>
        <translation>التوزيع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>who receives the report</source>
        <translation>من يتسلم التقرير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>People at risk</source>
        <translation>أشخاص معرضون للخطر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>who could be harmed, and how they are protected</source>
        <translation>من قد يتضرر، وكيف تتم حمايته</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>Classification and handling are printed on every page.</source>
        <translation>تُطبع درجة السرية وطريقة التعامل على كل صفحة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/case_dialog.py"/>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/centre.py"/>
        <source>Views</source>
        <translation>العروض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/centre.py"/>
        <source>Views of the second pane</source>
        <translation>عروض الجزء الثاني</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/centre.py"/>
        <source>Close the second pane</source>
        <translation>إغلاق الجزء الثاني</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/centre.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Split the centre</source>
        <translation>تقسيم الوسط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <location filename="../../core/theodolite/domain/scales.py"/>
        <source>proposed</source>
        <translation>مقترح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <location filename="../../core/theodolite/domain/scales.py"/>
        <source>on</source>
        <translation>مشغّل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <location filename="../../core/theodolite/domain/scales.py"/>
        <source>off</source>
        <translation>موقوف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>effect {effect}</source>
        <translation>الأثر {effect}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>rule</source>
        <translation>قاعدة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>read by the model</source>
        <translation>قرأه النموذج</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>a rule</source>
        <translation>قاعدة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>in conflict</source>
        <translation>في تعارض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>it says nothing about places by itself</source>
        <translation>لا يقول بذاته شيئًا عن الأماكن</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>B: ranking before and after</source>
        <translation>B: الترتيب قبل وبعد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>Hint: {said}</source>
        <translation>التلميح: {said}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>Apply</source>
        <translation>تطبيق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/chips.py"/>
        <source>J: both rankings, alone and together</source>
        <translation>J: الترتيبان، وحده ومعًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_detail.py"/>
        <source>Off: it does not count.</source>
        <translation>موقوف: لا يُحتسب.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_detail.py"/>
        <source>The chosen clue</source>
        <translation>القرينة المختارة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_detail.py"/>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>Switch on</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_detail.py"/>
        <source>Let it count (Space)</source>
        <translation>احتسابها (مفتاح المسافة)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_detail.py"/>
        <source>Correct…</source>
        <translation>تصحيح…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_detail.py"/>
        <source>Write what the line really says (E)</source>
        <translation>اكتب ما يقوله السطر حقًا (E)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_detail.py"/>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>Reject…</source>
        <translation>رفض…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_detail.py"/>
        <source>Reject with a reason (X)</source>
        <translation>الرفض مع سبب (X)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_detail.py"/>
        <source>Off. {note}</source>
        <translation>موقوفة. {note}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/strength.py"/>
        <location filename="../../core/theodolite/domain/scales.py"/>
        <source>certain</source>
        <translation>أكيدة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/strength.py"/>
        <location filename="../../core/theodolite/domain/scales.py"/>
        <location filename="../../core/theodolite/likelihood.py"/>
        <source>likely</source>
        <translation>مرجحة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/strength.py"/>
        <location filename="../../core/theodolite/domain/scales.py"/>
        <source>weak</source>
        <translation>ضعيفة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>What do you see?</source>
        <translation>ماذا ترى؟</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>square tower, five rows of windows</source>
        <translation>برج مربع، خمسة صفوف من النوافذ</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>What does it suggest?</source>
        <translation>بماذا يوحي ذلك؟</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>Pieve di Santa Maria, Arezzo</source>
        <translation>Pieve di Santa Maria, Arezzo</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>How do you know?</source>
        <translation>كيف عرفت ذلك؟</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>printed guide</source>
        <translation>دليل سياحي مطبوع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>Place, if it names one</source>
        <translation>المكان، إن كانت تسمي مكانًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>43.4649, 11.8826 or a town</source>
        <translation>43.4649, 11.8826 أو مدينة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>Time, if it says one</source>
        <translation>الوقت، إن كانت تذكر وقتًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>before 2015, 22 Oct 2008</source>
        <translation>before 2015, 22 Oct 2008</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>For or against</source>
        <translation>مؤيدة أو معارضة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>New clue</source>
        <translation>قرينة جديدة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>Speaks for</source>
        <translation>تؤيد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>Speaks against</source>
        <translation>تعارض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clue_form.py"/>
        <source>New clue with a mark</source>
        <translation>قرينة جديدة مع علامة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>Nothing readable was found. Mark what you see yourself.</source>
        <translation>لم يوجد شيء مقروء. علّم ما تراه بنفسك.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>This exhibit was not read yet.</source>
        <translation>لم يُقرأ هذا المعروض بعد.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>{found}, {on} on</source>
        <translation>{found}، منها {on} مشغلة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>Add a clue</source>
        <translation>إضافة قرينة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>Switch off</source>
        <translation>إيقاف</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>%n found</source>
        <translation><numerusform>وُجدت %n</numerusform><numerusform>وُجدت واحدة (%n)</numerusform><numerusform>وُجدت اثنتان (%n)</numerusform><numerusform>وُجدت %n</numerusform><numerusform>وُجدت %n</numerusform><numerusform>وُجدت %n</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sources_dialog.py"/>
        <source>Clue sources</source>
        <translation>مصادر القرائن</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>Show region</source>
        <translation>إظهار المنطقة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Correct the reading…</source>
        <translation>تصحيح القراءة…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Times at a place…</source>
        <translation>الأوقات في مكان…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>Write a note</source>
        <translation>كتابة ملاحظة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>clues</source>
        <translation>القرائن</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/clues.py"/>
        <source>Read clues</source>
        <translation>قراءة القرائن</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare.py"/>
        <source>Choose a reference for {exhibit}: a photograph, a map view or another exhibit.</source>
        <translation>اختر مرجعًا لـ {exhibit}: صورة أو عرض خريطة أو معروضًا آخر.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare.py"/>
        <source>{title} · with {name} over it</source>
        <translation>{title} · و{name} فوقه</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare.py"/>
        <location filename="../../desktop/theodolite_desktop/views/compare_pane.py"/>
        <source>Choose</source>
        <translation>اختيار</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare.py"/>
        <source>Choose something beside the exhibit first.</source>
        <translation>اختر أولًا شيئًا بجانب المعروض.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_board.py"/>
        <source>The pictures are locked as they lie.</source>
        <translation>الصورتان مقفلتان كما هما.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_board.py"/>
        <source>Your alignment is resumed. Shift+K keeps the pictures as they lay.</source>
        <translation>استؤنفت محاذاتك. Shift+K يبقي الصورتين كما كانتا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_keep.py"/>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <source>Keep in the report</source>
        <translation>إبقاء في التقرير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_keep.py"/>
        <source>What do you conclude from it?</source>
        <translation>ماذا تستنتج منها؟</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_keep.py"/>
        <source>For example: the same street style, not the same spot.</source>
        <translation>مثلًا: طراز الشارع نفسه، لا الموضع نفسه.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_keep.py"/>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Keep</source>
        <translation>إبقاء</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_keep.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>Show {name}</source>
        <translation>إظهار {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_keep.py"/>
        <source>Remove {name} from the report</source>
        <translation>إزالة {name} من التقرير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_keep.py"/>
        <source>Kept already</source>
        <translation>محفوظة من قبل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_pane.py"/>
        <source>Choose what stands here</source>
        <translation>اختر ما يوضع هنا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_pane.py"/>
        <source>Nothing stands here yet.</source>
        <translation>لا شيء هنا بعد.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_placing.py"/>
        <source>{aligned}, at most {pixels} pixels apart</source>
        <translation>{aligned}، بفارق {pixels} بكسل على الأكثر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_placing.py"/>
        <source>Number {number} is on both pictures.</source>
        <translation>الرقم {number} على الصورتين.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_placing.py"/>
        <source>Choose a numbered clue first: its number is placed on the reference.</source>
        <translation>اختر أولًا قرينة مرقمة: يوضع رقمها على المرجع.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_placing.py"/>
        <source>Click the same spot in each picture, or go there with the arrows and press Enter.</source>
        <translation>انقر الموضع نفسه في كل صورة، أو اذهب إليه بالأسهم واضغط Enter.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_placing.py"/>
        <source>The alignment has that spot outside the reference.</source>
        <translation>تجعل المحاذاة ذلك الموضع خارج المرجع.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_placing.py"/>
        <source>Click where it is on the reference, or go there with the arrows and press Enter.</source>
        <translation>انقر موضعه على المرجع، أو اذهب إليه بالأسهم واضغط Enter.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_standing.py"/>
        <source>A map view…</source>
        <translation>عرض خريطة…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_standing.py"/>
        <source>No reference photograph near {name}.</source>
        <translation>لا صورة مرجعية قرب {name}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_standing.py"/>
        <source>There is no other reference to swap with yet.</source>
        <translation>لا يوجد بعد مرجع آخر للتبديل معه.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_strip.py"/>
        <source>Candidates to compare with</source>
        <translation>مرشحون للمقارنة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Lock the panes together</source>
        <translation>قفل الأجزاء معًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <source>Set an anchor in each pane</source>
        <translation>وضع نقطة ربط في كل جزء</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Remove the anchors</source>
        <translation>إزالة نقاط الربط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Place the number of the chosen clue</source>
        <translation>وضع رقم القرينة المختارة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Slider between A and B</source>
        <translation>منزلق بين A وB</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Show A or B</source>
        <translation>إظهار A أو B</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <source>Opacity of the reference over the exhibit</source>
        <translation>عتامة المرجع فوق المعروض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <source>Opacity of the reference over the exhibit (Shift+Left, Shift+Right)</source>
        <translation>عتامة المرجع فوق المعروض (Shift+Left، Shift+Right)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Blink between A and B</source>
        <translation>وميض بين A وB</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Difference</source>
        <translation>الفرق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Mirror the reference</source>
        <translation>عكس المرجع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Swap references</source>
        <translation>تبديل المراجع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <source>Previous candidate</source>
        <translation>المرشح السابق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <source>Next candidate</source>
        <translation>المرشح التالي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <source>More tools</source>
        <translation>أدوات أخرى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>One picture</source>
        <translation>صورة واحدة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <source>{number} pictures side by side</source>
        <translation>{number} صور جنبًا إلى جنب</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <source>Panes are locked together</source>
        <translation>الأجزاء مقفلة معًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/compare_tools.py"/>
        <source>Panes move apart</source>
        <translation>الأجزاء تتحرك منفصلة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>Both copies changed these records. Nothing was chosen for you; each decision can be undone.</source>
        <translation>غيّرت النسختان هذه القيود. لم يُختر شيء نيابة عنك؛ ويمكن التراجع عن كل قرار.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>Two copies, two answers</source>
        <translation>نسختان، إجابتان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>Open conflicts</source>
        <translation>تعارضات مفتوحة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>What each copy says</source>
        <translation>ما تقوله كل نسخة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>why this one</source>
        <translation>لماذا هذه</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>Decide later</source>
        <translation>البت لاحقًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>Reason, needed for either choice</source>
        <translation>السبب، مطلوب في الحالتين</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>Keep this copy's</source>
        <translation>إبقاء ما في هذه النسخة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>Take the other's</source>
        <translation>أخذ ما في الأخرى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>This copy</source>
        <translation>هذه النسخة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conflicts_dialog.py"/>
        <source>The other copy</source>
        <translation>النسخة الأخرى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/conversation.py"/>
        <source>Tell what you know, for example: in Italy, likely.</source>
        <translation>قل ما تعرفه، مثلًا: in Italy, likely.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/correct_dialog.py"/>
        <source>Both readings stay with the clue. Everything concluded from the line is made anew.</source>
        <translation>تبقى القراءتان مع القرينة. ويُعاد صنع كل ما استُنتج من السطر.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/correct_dialog.py"/>
        <source>Reading the line anew…</source>
        <translation>جارٍ إعادة قراءة السطر…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/correct_dialog.py"/>
        <source>Correct the reading of {clue}</source>
        <translation>تصحيح قراءة {clue}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/correct_dialog.py"/>
        <source>What the line really says</source>
        <translation>ما يقوله السطر حقًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/correct_dialog.py"/>
        <source>It says</source>
        <translation>يقول</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/crop_dialog.py"/>
        <source>Pixels only: no metadata, no thumbnail, covered regions filled in. The log records its hash.</source>
        <translation>البكسلات فقط: لا بيانات وصفية ولا صورة مصغرة، والمناطق المحجوبة مملوءة. يسجل السجل تجزئتها.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/crop_dialog.py"/>
        <source>Carry out a crop</source>
        <translation>إخراج مقتطع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/crop_dialog.py"/>
        <source>The crop as it will leave</source>
        <translation>المقتطع كما سيغادر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/crop_dialog.py"/>
        <source>Record and copy as text</source>
        <translation>تسجيل ونسخ كنص</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/crop_dialog.py"/>
        <source>Record and save…</source>
        <translation>تسجيل وحفظ…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>Signatures</source>
        <translation>التوقيعات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Verify integrity</source>
        <translation>التحقق من السلامة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>Hash every original and recompute the log</source>
        <translation>حساب تجزئة كل أصل وإعادة حساب السجل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <location filename="../../desktop/theodolite_desktop/views/timeline.py"/>
        <source>Nothing recorded yet.</source>
        <translation>لم يُسجل شيء بعد.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>Audit log</source>
        <translation>سجل التدقيق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>No.</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>What was done</source>
        <translation>ما تم عمله</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>integrity</source>
        <translation>السلامة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>{records}. Integrity not checked since opening.</source>
        <translation>{records}. لم تُفحص السلامة منذ الفتح.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>The check was stopped. Nothing is known of the rest.</source>
        <translation>أُوقف الفحص. لا يُعرف شيء عن الباقي.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody.py"/>
        <source>Stop verifying</source>
        <translation>إيقاف التحقق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>Custody of the exhibit</source>
        <translation>حيازة المعروض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>Pictures made from it</source>
        <translation>الصور المصنوعة منه</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>Pictures made from the exhibit</source>
        <translation>الصور المصنوعة من المعروض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>Pictures made from it ({count})</source>
        <translation>الصور المصنوعة منه ({count})</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>Show</source>
        <translation>إظهار</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>More of {name}</source>
        <translation>المزيد عن {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>Make again and compare the hash</source>
        <translation>إعادة الصنع ومقارنة التجزئة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>Save as PNG…</source>
        <translation>حفظ كملف PNG…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <location filename="../../desktop/theodolite_desktop/views/references_dialog.py"/>
        <source>Withdraw</source>
        <translation>سحب</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <location filename="../../desktop/theodolite_desktop/views/kept_dialog.py"/>
        <source>Destroy…</source>
        <translation>إتلاف…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>Crop, rotate, levels, straighten, enlarge, annotate (Ctrl+D)</source>
        <translation>اقتطاع، تدوير، مستويات، تقويم، تكبير، شروح (Ctrl+D)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>Out of consideration; bytes and history stay (Delete)</source>
        <translation>خارج الاعتبار؛ تبقى البايتات والتاريخ (Delete)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_item.py"/>
        <source>For good: bytes, thumbnails and words. Asks twice</source>
        <translation>نهائيًا: البايتات والصور المصغرة والكلمات. يُسأل مرتين</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>Nobody has signed yet. A signature vouches for every record up to its head.</source>
        <translation>لم يوقّع أحد بعد. التوقيع يضمن كل قيد حتى رأسه.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>No time stamp yet. Save what to have stamped, take it to a machine with a network, and import the answer here.</source>
        <translation>لا ختم زمني بعد. احفظ ما يُراد ختمه، وخذه إلى جهاز متصل بشبكة، واستورد الجواب هنا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>Signatures and time stamps</source>
        <translation>التوقيعات والأختام الزمنية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>Sign…</source>
        <translation>توقيع…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>Add stamp…</source>
        <translation>إضافة ختم…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>Import the answer of a time-stamping service, checked here</source>
        <translation>استيراد جواب خدمة ختم زمني، ويُفحص هنا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>Request stamp…</source>
        <translation>طلب ختم…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>Save what a time-stamping service needs, to take it there</source>
        <translation>حفظ ما تحتاجه خدمة ختم زمني، لأخذه إليها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>Time stamps</source>
        <translation>الأختام الزمنية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/custody_trust.py"/>
        <source>Clocks</source>
        <translation>الساعات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>Choose a step, set its values or draw in the picture, then add it to the recipe.</source>
        <translation>اختر خطوة واضبط قيمها أو ارسم في الصورة، ثم أضفها إلى الوصفة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>The original is never touched. What is kept is the recipe and the hash of what it gives.</source>
        <translation>لا يُمس الأصل أبدًا. ما يُحفظ هو الوصفة وتجزئة ما تنتجه.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>Make a picture from {name}</source>
        <translation>صنع صورة من {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>What the recipe gives</source>
        <translation>ما تنتجه الوصفة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>Steps of the recipe</source>
        <translation>خطوات الوصفة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>what it shows, for example: the sign, enlarged</source>
        <translation>ما تعرضه، مثلًا: اللافتة، مكبرة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>Add step</source>
        <translation>إضافة خطوة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>Remove step</source>
        <translation>إزالة الخطوة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>Make picture</source>
        <translation>صنع الصورة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>about {width} × {height} pixels</source>
        <translation>نحو {width} × {height} بكسل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_dialog.py"/>
        <source>Recipe</source>
        <translation>الوصفة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Arrow</source>
        <translation>سهم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Box</source>
        <translation>مربع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Ring</source>
        <translation>حلقة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Line</source>
        <translation>خط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Label</source>
        <translation>تسمية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Left</source>
        <translation>يسار</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Top</source>
        <translation>أعلى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Right</source>
        <translation>يمين</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Bottom</source>
        <translation>أسفل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Red</source>
        <translation>أحمر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Clockwise</source>
        <translation>باتجاه عقارب الساعة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Left and right change places</source>
        <translation>يتبادل اليسار واليمين موضعيهما</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Top and bottom change places</source>
        <translation>يتبادل الأعلى والأسفل موضعيهما</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Start again</source>
        <translation>البدء من جديد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>{done} of {all} corners</source>
        <translation>{done} من {all} زوايا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Times</source>
        <translation>المرات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Method</source>
        <translation>الطريقة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Nearest pixel</source>
        <translation>أقرب بكسل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>in Latin letters</source>
        <translation>بحروف لاتينية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Teal</source>
        <translation>أزرق مخضر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Magenta</source>
        <translation>أرجواني</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Brown</source>
        <translation>بني</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Ochre</source>
        <translation>أصفر ترابي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Blue</source>
        <translation>أزرق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Violet</source>
        <translation>بنفسجي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>90° left</source>
        <translation>90° يسارًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>90° right</source>
        <translation>90° يمينًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>{factor} times</source>
        <translation>{factor} مرات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Shape</source>
        <translation>الشكل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/derive_tools.py"/>
        <source>Words</source>
        <translation>الكلمات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/desk_list.py"/>
        <source>Take the lead out</source>
        <translation>إخراج الخيط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/desk_list.py"/>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/desk_list.py"/>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>For what must not be kept: by law, by order, or for someone's safety. It cannot be undone. Withdrawal is the ordinary way: it keeps the bytes and can be undone.</source>
        <translation>لما لا يجوز الاحتفاظ به: بحكم القانون أو بأمر أو لسلامة شخص. لا يمكن التراجع عنه. السحب هو الطريق المعتاد: يُبقي البايتات ويمكن التراجع عنه.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>A tombstone stays: its id, its SHA-256, your reason, who did it and when. The log still verifies, with one destruction.</source>
        <translation>تبقى شاهدة: معرّفه وSHA-256 وسببك ومن فعل ذلك ومتى. يظل السجل قابلًا للتحقق، مع عملية إتلاف واحدة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>ordered by a court or an authority</source>
        <translation>بأمر من محكمة أو سلطة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>may not be held by law</source>
        <translation>لا يجوز قانونًا الاحتفاظ به</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>endangers a person</source>
        <translation>يعرّض شخصًا للخطر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>received by mistake</source>
        <translation>وصل بطريق الخطأ</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>Type the first {typed} characters of the SHA-256 of {id}. Once it is destroyed, nothing brings it back.</source>
        <translation>اكتب أول {typed} رموز من SHA-256 الخاص بـ {id}. بعد إتلافه لا شيء يعيده.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>Destroy {id}</source>
        <translation>إتلاف {id}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>Choose or type a reason; it stays on record</source>
        <translation>اختر سببًا أو اكتبه؛ ويبقى مسجلًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/print_dialog.py"/>
        <source>Go on…</source>
        <translation>متابعة…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>What goes</source>
        <translation>ما يزول</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>First characters of the SHA-256</source>
        <translation>أول رموز SHA-256</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>Destroy {id} for good</source>
        <translation>إتلاف {id} نهائيًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>This goes ({number})</source>
        <translation>هذا يزول ({number})</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>Withdraw instead</source>
        <translation>السحب بدلًا من ذلك</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <source>Second confirmation</source>
        <translation>التأكيد الثاني</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/destroy_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/tour_card.py"/>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>contradicted by a stronger clue</source>
        <translation>تناقضه قرينة أقوى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>only a claimed position supports it</source>
        <translation>لا يؤيده إلا موقع مُدّعى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>the view does not match the place</source>
        <translation>المنظر لا يطابق المكان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>found by a wrong reading</source>
        <translation>وُجد بسبب قراءة خاطئة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>your name, as it appears in the log</source>
        <translation>اسمك كما يظهر في السجل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>Question and claim</source>
        <translation>السؤال والادعاء</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <location filename="../../desktop/theodolite_desktop/views/new_case.py"/>
        <source>Source of claim</source>
        <translation>مصدر الادعاء</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <location filename="../../desktop/theodolite_desktop/views/leave_dialog.py"/>
        <source>Choose a folder…</source>
        <translation>اختر مجلدًا…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Choose or type a reason</source>
        <translation>اختر سببًا أو اكتبه</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/dialogs.py"/>
        <source>Examiner</source>
        <translation>الفاحص</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>{id}, {name}, {line}</source>
        <translation>{id}، {name}، {line}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>As a list</source>
        <translation>كقائمة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>As a grid</source>
        <translation>كشبكة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>As a table</source>
        <translation>كجدول</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>{id}, {name}, {line}, made from {parent}</source>
        <translation>{id}، {name}، {line}، مصنوع من {parent}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>No exhibit fits the filter.</source>
        <translation>لا معروض يطابق التصفية.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>Clear the filter</source>
        <translation>مسح التصفية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>{shown} of {total}</source>
        <translation>{shown} من {total}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>%n exhibits shown</source>
        <translation><numerusform>%n معروضات ظاهرة</numerusform><numerusform>معروض واحد (%n) ظاهر</numerusform><numerusform>معروضان (%n) ظاهران</numerusform><numerusform>%n معروضات ظاهرة</numerusform><numerusform>%n معروضًا ظاهرًا</numerusform><numerusform>%n معروض ظاهر</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>Withdraw %n exhibits</source>
        <translation><numerusform>سحب %n معروضات</numerusform><numerusform>سحب معروض واحد (%n)</numerusform><numerusform>سحب معروضين (%n)</numerusform><numerusform>سحب %n معروضات</numerusform><numerusform>سحب %n معروضًا</numerusform><numerusform>سحب %n معروض</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>Restore them, or see what was destroyed and why</source>
        <translation>استعادتها، أو معرفة ما أُتلف ولماذا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>{exhibits} show one place…</source>
        <translation>{exhibits} تُظهر مكانًا واحدًا…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <source>New lead about it…</source>
        <translation>خيط جديد عنه…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Destroy exhibit…</source>
        <translation>إتلاف المعروض…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Clear tags</source>
        <translation>مسح الوسوم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Withdraw exhibit</source>
        <translation>سحب المعروض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/exhibits.py"/>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>Tag {number}</source>
        <translation>الوسم {number}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/fields.py"/>
        <source>{name}, tolerance, 95 %</source>
        <translation>{name}، التفاوت، 95 %</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/find_panel.py"/>
        <source>Type what you look for: words, a “phrase”, E4 for one record; native script or Latin letters.</source>
        <translation>اكتب ما تبحث عنه: كلمات، أو “عبارة”، أو E4 لقيد واحد؛ بالكتابة الأصلية أو بحروف لاتينية.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/find_panel.py"/>
        <source>Open a case to find something in it.</source>
        <translation>افتح قضية للبحث فيها.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/find_panel.py"/>
        <source>Matches</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/find_panel.py"/>
        <source>Only {kind}, {number}</source>
        <translation>{kind} فقط، {number}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/help_panel.py"/>
        <source>Single letters act only where their view has the focus, never in a text field.</source>
        <translation>الحروف المفردة لا تعمل إلا حيث يكون التركيز على عرضها، ولا تعمل أبدًا في حقل نص.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/help_panel.py"/>
        <source>Search the help</source>
        <translation>البحث في المساعدة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/help_panel.py"/>
        <source>Pages of the help</source>
        <translation>صفحات المساعدة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/help_panel.py"/>
        <source>Page of the help</source>
        <translation>صفحة المساعدة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/help_panel.py"/>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/help_panel.py"/>
        <source>No page holds these words.</source>
        <translation>لا صفحة تضم هذه الكلمات.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/help_panel.py"/>
        <source>Here</source>
        <translation>هنا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/help_panel.py"/>
        <source>See also</source>
        <translation>انظر أيضًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/help_panel.py"/>
        <source>Page of the help: {title}</source>
        <translation>صفحة المساعدة: {title}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/hint_line.py"/>
        <source>Tell what you know: in Italy, likely</source>
        <translation>قل ما تعرفه: in Italy, likely</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/hint_line.py"/>
        <source>Tell what you know, or ask: in Italy, likely</source>
        <translation>قل ما تعرفه، أو اسأل: in Italy, likely</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/hint_line.py"/>
        <source>Hint line</source>
        <translation>سطر التلميح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/hint_line.py"/>
        <source>Enter says it, Shift and Enter begin a new line</source>
        <translation>Enter يقوله، وShift مع Enter يبدأ سطرًا جديدًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/hint_line.py"/>
        <source>Say it</source>
        <translation>قله</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_page.py"/>
        <source>Drop photographs or folders here, or paste an image. Originals are copied and hashed first.</source>
        <translation>أفلت صورًا أو مجلدات هنا، أو ألصق صورة. تُنسخ الأصول وتُحسب تجزئتها أولًا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_page.py"/>
        <source>Key frame of {exhibit} {moment}</source>
        <translation>الإطار الرئيسي من {exhibit} {moment}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_page.py"/>
        <source>Video, first frame</source>
        <translation>فيديو، الإطار الأول</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_page.py"/>
        <source>Exhibit image</source>
        <translation>صورة المعروض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_page.py"/>
        <source>{why} The bytes are kept as evidence.</source>
        <translation>{why} البايتات محفوظة كدليل.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_page.py"/>
        <source>No decoder could read this file.</source>
        <translation>لم يستطع أي مفكك ترميز قراءة هذا الملف.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Draw the horizon</source>
        <translation>رسم الأفق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Mark a point</source>
        <translation>تعليم نقطة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <source>Mark a box</source>
        <translation>تعليم مربع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Mark a line</source>
        <translation>تعليم خط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Mark a polygon</source>
        <translation>تعليم مضلع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <source>Adjust the view: rotation and levels</source>
        <translation>ضبط العرض: التدوير والمستويات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Measure a shadow</source>
        <translation>قياس ظل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Fit to view</source>
        <translation>ملاءمة العرض</translation>
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
        <translation>تدوير العرض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/image_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Mirror view</source>
        <translation>عكس العرض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <source>Photographs with a position become references that exhibits are compared with. They stay where they are; the index holds what was computed from them.</source>
        <translation>الصور التي لها موقع تصير مراجع تُقارن بها المعروضات. تبقى في مكانها؛ ويضم الفهرس ما حُسب منها.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <source>New reference index</source>
        <translation>فهرس مراجع جديد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <source>whose photographs they are, as the report will say</source>
        <translation>صور من هي، كما سيذكر التقرير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <source>Make the index</source>
        <translation>صنع الفهرس</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <source>Choose: {field}</source>
        <translation>اختيار: {field}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <source>Folder of geotagged photographs</source>
        <translation>مجلد صور ذات مواقع جغرافية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <source>Where the index lies</source>
        <translation>مكان الفهرس</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <source>Photographs</source>
        <translation>الصور</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/index_dialog.py"/>
        <source>Index folder</source>
        <translation>مجلد الفهرس</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/info.py"/>
        <source>What is this: {what}</source>
        <translation>ما هذا: {what}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/info.py"/>
        <source>What is this</source>
        <translation>ما هذا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/inspector.py"/>
        <location filename="../../desktop/theodolite_desktop/views/layout.py"/>
        <source>Inspector</source>
        <translation>المعاين</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/inspector.py"/>
        <source>Talk</source>
        <translation>حديث</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>Nothing runs. What takes longer is listed here with what is left of it.</source>
        <translation>لا شيء يعمل. ما يستغرق وقتًا أطول يُدرج هنا مع ما بقي منه.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} س {minutes} د</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>less than a second</source>
        <translation>أقل من ثانية</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>%n seconds</source>
        <translation><numerusform>%n ثوانٍ</numerusform><numerusform>ثانية واحدة (%n)</numerusform><numerusform>ثانيتان (%n)</numerusform><numerusform>%n ثوانٍ</numerusform><numerusform>%n ثانية</numerusform><numerusform>%n ثانية</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>%n minutes</source>
        <translation><numerusform>%n دقائق</numerusform><numerusform>دقيقة واحدة (%n)</numerusform><numerusform>دقيقتان (%n)</numerusform><numerusform>%n دقائق</numerusform><numerusform>%n دقيقة</numerusform><numerusform>%n دقيقة</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>Failed after {took}: {why}</source>
        <translation>فشل بعد {took}: {why}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>Stopped after {took}. What was done before stays.</source>
        <translation>توقف بعد {took}. ما تم قبل ذلك باقٍ.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>Finished after {took}</source>
        <translation>انتهى بعد {took}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>Waiting for its turn</source>
        <translation>ينتظر دوره</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>{done} of {total}</source>
        <translation>{done} من {total}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>about {left} left</source>
        <translation>بقي نحو {left}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>Stop {name}</source>
        <translation>إيقاف {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>Progress of {name}</source>
        <translation>تقدم {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>Clear what has ended</source>
        <translation>مسح ما انتهى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>running for {took}</source>
        <translation>يعمل منذ {took}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>%n running</source>
        <translation><numerusform>لا مهام تعمل (%n)</numerusform><numerusform>مهمة واحدة (%n) تعمل</numerusform><numerusform>مهمتان (%n) تعملان</numerusform><numerusform>%n مهام تعمل</numerusform><numerusform>%n مهمة تعمل</numerusform><numerusform>%n مهمة تعمل</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/jobs_panel.py"/>
        <source>Nothing runs</source>
        <translation>لا شيء يعمل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/joint_dialog.py"/>
        <source>With the link, what speaks for one exhibit speaks for all of them. It is what a person says, no clue: remove it and each stands alone again.</source>
        <translation>مع الرابط، ما يتكلم لمعروض يتكلم لها كلها. هذا قول شخص وليس قرينة: أزله فيعود كل منها مستقلًا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/joint_dialog.py"/>
        <source>Both rankings</source>
        <translation>الترتيبان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/joint_dialog.py"/>
        <source>Alone and together</source>
        <translation>وحده ومعًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/joint_dialog.py"/>
        <source>No place is named.</source>
        <translation>لم يُسمَّ أي مكان.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/kept_dialog.py"/>
        <source>Withdrawn exhibits keep their bytes and their history; nothing of them counts until they are restored.</source>
        <translation>المعروضات المسحوبة تحتفظ ببايتاتها وتاريخها؛ ولا يُحتسب منها شيء حتى تُستعاد.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/kept_dialog.py"/>
        <source>Withdrawn and destroyed</source>
        <translation>مسحوب ومتلف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/kept_dialog.py"/>
        <source>{exhibit}  {time} UTC, {who}</source>
        <translation>{exhibit}  {time} UTC، {who}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/kept_dialog.py"/>
        <source>Withdrawn ({number})</source>
        <translation>مسحوب ({number})</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/kept_dialog.py"/>
        <source>Destroyed ({number})</source>
        <translation>متلف ({number})</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/kept_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/references_dialog.py"/>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/kept_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>None.</source>
        <translation>لا شيء.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>Find a command or a key</source>
        <translation>البحث عن أمر أو مفتاح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>Commands and their keys</source>
        <translation>الأوامر ومفاتيحها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>New key</source>
        <translation>مفتاح جديد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>Set</source>
        <translation>تعيين</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>As at first</source>
        <translation>كما كان أولًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>All as at first</source>
        <translation>الكل كما كان أولًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <location filename="../../desktop/theodolite_desktop/views/palette.py"/>
        <source>Command</source>
        <translation>الأمر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>Where</source>
        <translation>أين</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>{key} belongs to every field and list. Choose another.</source>
        <translation>{key} يخص كل حقل وقائمة. اختر غيره.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>{key} is the key of “{other}” there. Set takes it away from it.</source>
        <translation>{key} هو مفتاح «{other}» هناك. التعيين ينزعه منه.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>{key} is free.</source>
        <translation>{key} متاح.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/key_table.py"/>
        <source>Choose a command, then press its new key. An empty field takes the key away.</source>
        <translation>اختر أمرًا ثم اضغط مفتاحه الجديد. الحقل الفارغ ينزع المفتاح.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>Lead {id}</source>
        <translation>الخيط {id}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <source>New lead</source>
        <translation>خيط جديد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>What is to be done</source>
        <translation>ما ينبغي عمله</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>Ask who runs the shop of #1</source>
        <translation>اسأل من يدير متجر #1</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>Owner</source>
        <translation>المسؤول</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>About</source>
        <translation>عن</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>What came of it</source>
        <translation>ما نتج عنه</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>Needed to drop a lead</source>
        <translation>مطلوب لترك خيط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>Take out</source>
        <translation>إخراج</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>Persons are added in the properties of the case.</source>
        <translation>يُضاف الأشخاص في خصائص القضية.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>Keep lead</source>
        <translation>حفظ الخيط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>Add lead</source>
        <translation>إضافة خيط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/lead_dialog.py"/>
        <source>Nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/leave_dialog.py"/>
        <source>Before it leaves the case</source>
        <translation>قبل أن يغادر القضية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/leave_dialog.py"/>
        <source>Look at the masks…</source>
        <translation>النظر في الأقنعة…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/leave_dialog.py"/>
        <source>The log records each file and its SHA-256.</source>
        <translation>يسجل السجل كل ملف وSHA-256 الخاص به.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/leave_dialog.py"/>
        <source>Formats: {named}</source>
        <translation>الصيغ: {named}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_page.py"/>
        <source>Drawing the world map.</source>
        <translation>جارٍ رسم خريطة العالم.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>Mark cells as searched</source>
        <translation>تعليم الخلايا كمبحوثة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>Mark cells as excluded</source>
        <translation>تعليم الخلايا كمستبعدة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>Mark cells as unclear</source>
        <translation>تعليم الخلايا كغير واضحة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>Mark cells as still to search</source>
        <translation>تعليم الخلايا كباقية للبحث</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Show all candidates</source>
        <translation>إظهار كل المرشحين</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/views/place_dialog.py"/>
        <source>Go to coordinates</source>
        <translation>الذهاب إلى إحداثيات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Candidate at the crosshair</source>
        <translation>مرشح عند التقاطع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Measure a distance</source>
        <translation>قياس مسافة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>Copy the coordinates of the crosshair</source>
        <translation>نسخ إحداثيات التقاطع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Draw a search area</source>
        <translation>رسم منطقة بحث</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>More for this search area</source>
        <translation>المزيد لمنطقة البحث هذه</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>Search areas: none chosen</source>
        <translation>مناطق البحث: لم تُختر أي منطقة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/map_tools.py"/>
        <source>No search areas</source>
        <translation>لا مناطق بحث</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/menus.py"/>
        <location filename="../../desktop/theodolite_desktop/views/workbench.py"/>
        <source>Panels</source>
        <translation>اللوحات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>Model text, not evidence</source>
        <translation>نص نموذج، ليس دليلًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>What the model wrote is kept in the log, word for word.</source>
        <translation>ما كتبه النموذج محفوظ في السجل حرفيًا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>Evidence, clue {name}: {text}</source>
        <translation>دليل، القرينة {name}: {text}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>{tag} · being written</source>
        <translation>{tag} · تجري كتابته</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>The model is writing</source>
        <translation>النموذج يكتب</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>{time} UTC</source>
        <translation>{time} UTC</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>You</source>
        <translation>أنت</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>? No record of this case holds: {names}.</source>
        <translation>؟ لا قيد في هذه القضية يحمل: {names}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>Ask again</source>
        <translation>السؤال من جديد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>Ask the model to read it</source>
        <translation>طلب قراءته من النموذج</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>It is a question</source>
        <translation>إنه سؤال</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/messages.py"/>
        <source>Rests on</source>
        <translation>يستند إلى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/metadata.py"/>
        <source>This file carries no metadata. That is common after messaging apps and proves nothing.</source>
        <translation>لا يحمل هذا الملف بيانات وصفية. هذا شائع بعد تطبيقات المراسلة ولا يثبت شيئًا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/metadata.py"/>
        <source>{name}: {value}, claimed</source>
        <translation>{name}: {value}، مُدّعى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/metadata.py"/>
        <source>All fields</source>
        <translation>كل الحقول</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/metadata.py"/>
        <source>Field</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/metadata.py"/>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>Probability as stated by the model, uncalibrated.</source>
        <translation>الاحتمال كما ذكره النموذج، غير معاير.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>Confirmed by</source>
        <translation>يؤكده</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>Contradicted by</source>
        <translation>يناقضه</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>The model's own: no clue record says so</source>
        <translation>من النموذج نفسه: لا قيد قرينة يقول ذلك</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>{exhibit} as a whole</source>
        <translation>{exhibit} ككل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>{exhibit} as a whole, without seeing the photograph</source>
        <translation>{exhibit} ككل، دون رؤية الصورة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>Clues in {exhibit}</source>
        <translation>القرائن في {exhibit}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>Clues in {exhibit}, without seeing the photograph</source>
        <translation>القرائن في {exhibit}، دون رؤية الصورة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>Show where the model points for {observation}</source>
        <translation>إظهار موضع إشارة النموذج بخصوص {observation}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>Scene: {scene}</source>
        <translation>المشهد: {scene}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>The model names no place.</source>
        <translation>لا يسمي النموذج مكانًا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>Show {name} on the map</source>
        <translation>إظهار {name} على الخريطة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>The gazetteer knows no such place, or more than one.</source>
        <translation>لا يعرف معجم الأماكن مكانًا كهذا، أو يعرف أكثر من واحد.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>The model names no clue.</source>
        <translation>لا يسمي النموذج قرينة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>Region</source>
        <translation>منطقة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_cards.py"/>
        <source>Show on the image where the model points</source>
        <translation>إظهار موضع إشارة النموذج على الصورة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <source>The model runs on this machine and is asked only when you ask. No sentence of it is evidence.</source>
        <translation>يعمل النموذج على هذا الجهاز ولا يُسأل إلا عندما تسأل. لا جملة منه دليل.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <source>Language model</source>
        <translation>النموذج اللغوي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <source>Language models</source>
        <translation>النماذج اللغوية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Packs…</source>
        <translation>الباقات…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <source>Use this model</source>
        <translation>استخدام هذا النموذج</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <source>Not installed</source>
        <translation>غير مثبت</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <source>Does not fit</source>
        <translation>لا يناسب</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <source>In use</source>
        <translation>قيد الاستخدام</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <source>Fits</source>
        <translation>يناسب</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>sees images</source>
        <translation>يرى الصور</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>cannot see images</source>
        <translation>لا يستطيع رؤية الصور</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_text.py"/>
        <source>Enter: show {cite}</source>
        <translation>Enter: إظهار {cite}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_text.py"/>
        <source>No record of this case holds this.</source>
        <translation>لا قيد في هذه القضية يحمل هذا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/model_text.py"/>
        <source>Show {text}</source>
        <translation>إظهار {text}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/new_case.py"/>
        <source>Encrypt this case under a passphrase</source>
        <translation>تشفير هذه القضية بعبارة مرور</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <source>Write what you noticed; #1 links a mark, E1 an exhibit.</source>
        <translation>اكتب ما لاحظته؛ #1 يربط بعلامة، وE1 بمعروض.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <source>Write what concerns the whole case; E1 links an exhibit, L1 a lead.</source>
        <translation>اكتب ما يخص القضية كلها؛ E1 يربط بمعروض، وL1 بخيط.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <source>Nothing is left to be done. A lead says what is, who does it, and what came of it.</source>
        <translation>لم يبق شيء للعمل. الخيط يقول ما ينبغي عمله، ومن يعمله، وما نتج عنه.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <source>Leads, references, and what speaks of it</source>
        <translation>الخيوط والمراجع وما يتكلم عنه</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Filed references…</source>
        <translation>المراجع المودعة…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>New lead…</source>
        <translation>خيط جديد…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <source>Go to {record}</source>
        <translation>الذهاب إلى {record}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <location filename="../../desktop/theodolite_desktop/views/timeline.py"/>
        <source>Whole case</source>
        <translation>القضية كلها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/notes.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Note on the exhibit</source>
        <translation>ملاحظة على المعروض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>installed</source>
        <translation>مثبت</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>your own</source>
        <translation>خاص بك</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>not installed</source>
        <translation>غير مثبت</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>outdated</source>
        <translation>قديم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>damaged</source>
        <translation>تالف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>Install {name}</source>
        <translation>تثبيت {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>Cancel {name}</source>
        <translation>إلغاء {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/pack_row.py"/>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Theodolite works without a network.</source>
        <translation>يعمل Theodolite دون شبكة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Choose what to install. Every file is checked against a known hash. Nothing else is ever fetched.</source>
        <translation>اختر ما تريد تثبيته. يُفحص كل ملف مقابل تجزئة معروفة. ولا يُجلب أي شيء آخر أبدًا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Larger packs, for machines that can reach them: see the guide</source>
        <translation>باقات أكبر، للأجهزة التي تستطيع الوصول إليها: انظر الدليل الإرشادي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Pack</source>
        <translation>باقة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>What it gives you</source>
        <translation>ما تمنحك إياه</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>{size} to fetch · {free} free</source>
        <translation>{size} للجلب · {free} متاح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>Packs</source>
        <translation>الباقات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Install</source>
        <translation>تثبيت</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Import from a drive</source>
        <translation>استيراد من محرك أقراص</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Skip: metadata and map only</source>
        <translation>تخطٍّ: البيانات الوصفية والخريطة فقط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Open the sample case</source>
        <translation>فتح القضية النموذجية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>{text}: not enough room on this drive</source>
        <translation>{text}: لا مساحة كافية على محرك الأقراص هذا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/packs_page.py"/>
        <source>Open {path}</source>
        <translation>فتح {path}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/palette.py"/>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/palette.py"/>
        <source>Type a command</source>
        <translation>اكتب أمرًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/palette.py"/>
        <source>No command has these words.</source>
        <translation>لا أمر يضم هذه الكلمات.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/palette.py"/>
        <source>Not possible now. A case may have to be open, or open for writing.</source>
        <translation>غير ممكن الآن. قد يلزم أن تكون قضية مفتوحة، أو مفتوحة للكتابة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/palette.py"/>
        <source>Enter runs it. Keys are changed in Settings.</source>
        <translation>Enter ينفذه. تُغيَّر المفاتيح في الإعدادات.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/panel.py"/>
        <source>Detach {name}</source>
        <translation>فصل {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/panel.py"/>
        <source>Close {name}</source>
        <translation>إغلاق {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/panel.py"/>
        <source>Attach {name}</source>
        <translation>إرفاق {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Database, originals and thumbnails are encrypted. There is no second key: without the passphrase nobody can open the case, you neither.</source>
        <translation>قاعدة البيانات والأصول والصور المصغرة مشفرة. لا يوجد مفتاح ثانٍ: دون عبارة المرور لا يستطيع أحد فتح القضية، ولا أنت.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Both are the same.</source>
        <translation>كلتاهما متطابقتان.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>The case stays as it is; only what opens it changes. Copies made before keep the old passphrase.</source>
        <translation>تبقى القضية كما هي؛ لا يتغير إلا ما يفتحها. النسخ المصنوعة من قبل تحتفظ بعبارة المرور القديمة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Several words are easier to keep than few signs.</source>
        <translation>عدة كلمات أسهل حفظًا من رموز قليلة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>At least {least} characters. Several words are easier to keep than few signs.</source>
        <translation>{least} رموز على الأقل. عدة كلمات أسهل حفظًا من رموز قليلة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Type it once more.</source>
        <translation>اكتبها مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>The two are not the same yet.</source>
        <translation>ليست الاثنتان متطابقتين بعد.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Short: {first} characters are quick to guess. {long_enough} or more are better.</source>
        <translation>قصيرة: {first} رموز يسهل تخمينها. {long_enough} أو أكثر أفضل.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Passphrase again</source>
        <translation>عبارة المرور مرة أخرى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Show what is typed</source>
        <translation>إظهار ما يُكتب</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Unlock case</source>
        <translation>فتح قفل القضية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Unlock</source>
        <translation>فتح القفل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Unlocking…</source>
        <translation>جارٍ فتح القفل…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Change passphrase</source>
        <translation>تغيير عبارة المرور</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Passphrase now</source>
        <translation>عبارة المرور الحالية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Again</source>
        <translation>مرة أخرى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/passphrases.py"/>
        <source>{folder} is encrypted.</source>
        <translation>{folder} مشفر.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Outside the case people appear as P1, P2 … unless their names are disclosed.</source>
        <translation>خارج القضية يظهر الأشخاص باسم P1، P2 … ما لم تُكشف أسماؤهم.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Outside the case sources appear as S1, S2 … unless their names are disclosed.</source>
        <translation>خارج القضية تظهر المصادر باسم S1، S2 … ما لم تُكشف أسماؤها.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>as records of the log name them</source>
        <translation>كما تسميهم قيود السجل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>examiner, second examiner, editor</source>
        <translation>فاحص، فاحص ثانٍ، محرر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Competence</source>
        <translation>الكفاءة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>training and experience</source>
        <translation>التدريب والخبرة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Contact</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>never leaves unless names are disclosed</source>
        <translation>لا يغادر أبدًا ما لم تُكشف الأسماء</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Conflicts of interest</source>
        <translation>تضارب المصالح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>none, or which</source>
        <translation>لا شيء، أو ما هو</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>never leaves unless disclosed</source>
        <translation>لا يغادر أبدًا ما لم يُكشف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>how the material came</source>
        <translation>كيف وصلت المواد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Keep what you typed for {text}, or clear it.</source>
        <translation>احفظ ما كتبته لـ {text} أو امسحه.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>People of the case</source>
        <translation>أشخاص القضية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>New person</source>
        <translation>شخص جديد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Keep person</source>
        <translation>حفظ الشخص</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Sources of the case</source>
        <translation>مصادر القضية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>New source</source>
        <translation>مصدر جديد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/people_form.py"/>
        <source>Keep source</source>
        <translation>حفظ المصدر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/picking.py"/>
        <source>1 of 3: click the foot of an upright object. Esc cancels.</source>
        <translation>1 من 3: انقر أسفل جسم قائم. Esc يلغي.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/picking.py"/>
        <source>2 of 3: click its top.</source>
        <translation>2 من 3: انقر أعلاه.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/picking.py"/>
        <source>3 of 3: click the end of its shadow.</source>
        <translation>3 من 3: انقر نهاية ظله.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/picking.py"/>
        <source>Click where the point stands in the photograph. Esc cancels.</source>
        <translation>انقر موضع النقطة في الصورة. Esc يلغي.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/place_dialog.py"/>
        <source>43.4682, 11.8802 · 43°28'06"N 11°52'49"E · 32T QP 3297 1683 · 8FMHFV9J+73 · geo: · map address</source>
        <translation>43.4682, 11.8802 · 43°28'06"N 11°52'49"E · 32T QP 3297 1683 · 8FMHFV9J+73 · geo: · عنوان خريطة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/place_dialog.py"/>
        <source>Coordinates in any format</source>
        <translation>الإحداثيات بأي صيغة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/place_dialog.py"/>
        <source>Formats of the place, or its readings</source>
        <translation>صيغ المكان، أو قراءاته</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/place_dialog.py"/>
        <source>Add as candidate</source>
        <translation>إضافة كمرشح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/place_dialog.py"/>
        <source>Go there</source>
        <translation>الذهاب إليه</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/place_dialog.py"/>
        <source>Choose the reading that was meant:</source>
        <translation>اختر القراءة المقصودة:</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/print_dialog.py"/>
        <source>Print report</source>
        <translation>طباعة التقرير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/print_dialog.py"/>
        <source>Printer</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/print_dialog.py"/>
        <source>None: a PDF file</source>
        <translation>لا شيء: ملف PDF</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/print_dialog.py"/>
        <source>Asking for the printers of this computer.</source>
        <translation>جارٍ السؤال عن طابعات هذا الحاسوب.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/print_dialog.py"/>
        <source>These are set up on this computer; no network is searched. The PDF is written first, and the log records its hash and the printer.</source>
        <translation>هذه معدّة على هذا الحاسوب؛ ولا تُبحث أي شبكة. يُكتب ملف PDF أولًا، ويسجل السجل تجزئته والطابعة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/print_dialog.py"/>
        <source>No printer is set up on this computer. The PDF can be printed anywhere.</source>
        <translation>لا طابعة معدّة على هذا الحاسوب. يمكن طباعة ملف PDF في أي مكان.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Draw a box over what copies must not show. The fill is solid; the original is never changed.</source>
        <translation>ارسم مربعًا فوق ما لا يجوز أن تعرضه النسخ. الملء مصمت؛ ولا يُغيَّر الأصل أبدًا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Face</source>
        <translation>وجه</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Number plate</source>
        <translation>لوحة مركبة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Name or writing</source>
        <translation>اسم أو كتابة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Other region</source>
        <translation>منطقة أخرى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Picture to mask</source>
        <translation>الصورة المراد تقنيعها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Find faces and plates</source>
        <translation>البحث عن وجوه ولوحات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Kind of region</source>
        <translation>نوع المنطقة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>why; printed in the list of redactions</source>
        <translation>لماذا؛ يُطبع في قائمة المحجوبات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Masks of this exhibit</source>
        <translation>أقنعة هذا المعروض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>Mask faces, plates and regions</source>
        <translation>تقنيع الوجوه واللوحات والمناطق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>What the next box covers</source>
        <translation>ما يغطيه المربع التالي</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>%n masks</source>
        <translation><numerusform>%n أقنعة</numerusform><numerusform>قناع واحد (%n)</numerusform><numerusform>قناعان (%n)</numerusform><numerusform>%n أقنعة</numerusform><numerusform>%n قناعًا</numerusform><numerusform>%n قناع</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>no mask</source>
        <translation>لا قناع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>proposed: keep or remove</source>
        <translation>مقترح: يُبقى أو يُزال</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/redact_dialog.py"/>
        <source>{masks}, undecided</source>
        <translation>{masks}، لم يُبَتّ فيها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Paste the address of a map or street view</source>
        <translation>ألصق عنوان خريطة أو منظر شارع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Position</source>
        <translation>الموقع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Note on the reference</source>
        <translation>ملاحظة على المرجع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>What it shows; E1 and C4 become links</source>
        <translation>ما يعرضه؛ E1 وC4 يصيران رابطين</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Choose picture…</source>
        <translation>اختر صورة…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Paste picture</source>
        <translation>لصق صورة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>View</source>
        <translation>العرض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Picture of the reference</source>
        <translation>صورة المرجع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Images ({patterns})</source>
        <translation>صور ({patterns})</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>pasted picture</source>
        <translation>صورة ملصقة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>taken over</source>
        <translation>أُخذ</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>No picture</source>
        <translation>لا صورة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>cannot be decoded</source>
        <translation>لا يمكن فك ترميزها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>It is hashed and kept in the vault of the case.</source>
        <translation>تُحسب تجزئتها وتُحفظ في خزنة القضية.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>The clipboard holds no picture.</source>
        <translation>لا تحتوي الحافظة على صورة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/reference_form.py"/>
        <source>Decoded once
it is filed</source>
        <translation>يُفك ترميزها
عند إيداعها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/references_dialog.py"/>
        <source>A photograph, map or street view that a place is compared with. Its address is text: nothing is opened.</source>
        <translation>صورة أو خريطة أو منظر شارع يُقارن به مكان. عنوانه نص: لا يُفتح شيء.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/references_dialog.py"/>
        <source>New reference</source>
        <translation>مرجع جديد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/references_dialog.py"/>
        <source>Fields of the reference</source>
        <translation>حقول المرجع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/references_dialog.py"/>
        <source>File reference</source>
        <translation>إيداع المرجع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/references_dialog.py"/>
        <source>Keep changes</source>
        <translation>حفظ التغييرات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>nobody named</source>
        <translation>لم يُسمَّ أحد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Contents</source>
        <translation>المحتويات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Protect</source>
        <translation>حماية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Form</source>
        <translation>الشكل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Files</source>
        <translation>الملفات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Sections of the report</source>
        <translation>أقسام التقرير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Steps of the report</source>
        <translation>خطوات التقرير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Claim, finding, limits, integrity and signatures are always printed, and so is what speaks against the finding.</source>
        <translation>يُطبع دائمًا الادعاء والنتيجة والحدود والسلامة والتوقيعات، وكذلك ما يعارض النتيجة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Exhibits answered for</source>
        <translation>المعروضات المجاب عنها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Precision of coordinates</source>
        <translation>دقة الإحداثيات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Fill masks in copies</source>
        <translation>ملء الأقنعة في النسخ</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Faces, plates, regions…</source>
        <translation>وجوه، لوحات، مناطق…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Show graphic exhibits</source>
        <translation>إظهار المعروضات الصادمة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Otherwise gray and coarse, with their numbers</source>
        <translation>وإلا تُعرض رمادية وخشنة، مع أرقامها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Standing</source>
        <translation>الصفة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>People of the case…</source>
        <translation>أشخاص القضية…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Choose a logo, PNG or JPEG</source>
        <translation>اختر شعارًا، PNG أو JPEG</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>All exhibits ({exhibits})</source>
        <translation>كل المعروضات ({exhibits})</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>A final report still needs: {lacking}.</source>
        <translation>ما زال ينقص التقرير النهائي: {lacking}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Nothing is missing.</source>
        <translation>لا ينقص شيء.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Logo</source>
        <translation>الشعار</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>صور (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Leaves the case only if ticked</source>
        <translation>لا يغادر القضية إلا ما تؤشر عليه</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Masked regions</source>
        <translation>المناطق المقنّعة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Final</source>
        <translation>نهائي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Author</source>
        <translation>المؤلف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Reviewer</source>
        <translation>المُراجِع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Head of each page</source>
        <translation>رأس كل صفحة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>name of the house</source>
        <translation>اسم المؤسسة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Foot of each page</source>
        <translation>تذييل كل صفحة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>address or contact</source>
        <translation>العنوان أو جهة الاتصال</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Formats</source>
        <translation>الصيغ</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>Remove the logo</source>
        <translation>إزالة الشعار</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>The logo must be a PNG or JPEG picture of at most 500 kB.</source>
        <translation>يجب أن يكون الشعار صورة PNG أو JPEG لا تتجاوز 500 kB.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_options.py"/>
        <source>The logo could not be read: {strerror}.</source>
        <translation>تعذرت قراءة الشعار: {strerror}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>{claim} (source {claim_source})</source>
        <translation>{claim} (المصدر {claim_source})</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>No claim is recorded.</source>
        <translation>لم يُسجل ادعاء.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>{rank}. {place}, {country}: {status}, {likelihood}, within {radius}</source>
        <translation>{rank}. {place}، {country}: {status}، {likelihood}، ضمن {radius}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>Report outline</source>
        <translation>مخطط التقرير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>No case is open</source>
        <translation>لا قضية مفتوحة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Answer</source>
        <translation>الإجابة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>{number} records, head {head}</source>
        <translation>{number} قيد، الرأس {head}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_outline.py"/>
        <source>No question is recorded.</source>
        <translation>لم يُسجل سؤال.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <source>Fill in</source>
        <translation>ملء</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <source>Verify now</source>
        <translation>التحقق الآن</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Sign the log</source>
        <translation>توقيع السجل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Sign</source>
        <translation>توقيع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <source>Export a bundle that a stranger can check</source>
        <translation>تصدير حزمة يستطيع غريب فحصها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <source>Bundle</source>
        <translation>الحزمة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <source>Export report</source>
        <translation>تصدير التقرير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <source>Written</source>
        <translation>كُتب</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <source>{bad} of {checked} differ</source>
        <translation>{bad} من {checked} مختلفة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/report_page.py"/>
        <source>{checked} files are as they were written</source>
        <translation>{checked} ملف كما كُتبت</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>What was concluded before stays out of sight until this answer is on record. It cannot be changed or undone afterwards; another one can be given beside it.</source>
        <translation>ما استُنتج من قبل يبقى محجوبًا عن النظر حتى تُسجل هذه الإجابة. لا يمكن تغييرها أو التراجع عنها بعد ذلك؛ ويمكن إعطاء إجابة أخرى بجانبها.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>From now on the window shows the evidence only: verdicts, reasons, notes and the conversation so far are out of sight until the answer is on record. The log says that the review was begun.</source>
        <translation>من الآن تعرض النافذة الأدلة فقط: الأحكام والأسباب والملاحظات والمحادثة حتى الآن محجوبة عن النظر حتى تُسجل الإجابة. ويذكر السجل أن المراجعة بدأت.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>no opinion</source>
        <translation>لا رأي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>agree</source>
        <translation>أوافق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>disagree</source>
        <translation>لا أوافق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>unsure</source>
        <translation>غير متأكد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Second examiner</source>
        <translation>الفاحص الثاني</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>The case knows no second person yet. Add the reviewer to its people first.</source>
        <translation>لا تعرف القضية شخصًا ثانيًا بعد. أضف المُراجِع إلى أشخاصها أولًا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Begin blind</source>
        <translation>بدء المراجعة المعمّاة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Review of {exhibit}</source>
        <translation>مراجعة {exhibit}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Another place, typed below</source>
        <translation>مكان آخر، يُكتب أدناه</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>No place can be named</source>
        <translation>لا يمكن تسمية مكان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Name of the place</source>
        <translation>اسم المكان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>what it is called</source>
        <translation>ما يُسمى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Radius</source>
        <translation>نصف القطر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>1 km or 300 m</source>
        <translation>1 km أو 300 m</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Remark</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>needed where no place is named</source>
        <translation>مطلوب حيث لا يُسمى مكان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Put on record</source>
        <translation>تسجيل الإجابة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Clues to review</source>
        <translation>قرائن للمراجعة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Both answers</source>
        <translation>الإجابتان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Agreement per clue</source>
        <translation>الاتفاق لكل قرينة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Review of {exhibit} by {person}</source>
        <translation>مراجعة {exhibit} بواسطة {person}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>{name}, within {radius}</source>
        <translation>{name}، ضمن {radius}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Within</source>
        <translation>ضمن</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>What you make of each clue</source>
        <translation>رأيك في كل قرينة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Opinion on {id}</source>
        <translation>الرأي في {id}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Remark on {id}</source>
        <translation>تعليق على {id}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>why, if you do not agree</source>
        <translation>لماذا، إن كنت لا توافق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Type the coordinates of the place, or choose that none can be named.</source>
        <translation>اكتب إحداثيات المكان، أو اختر أنه لا يمكن تسمية أي مكان.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Both answers on {exhibit}</source>
        <translation>الإجابتان عن {exhibit}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>First</source>
        <translation>الأولى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Second</source>
        <translation>الثانية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>Where was it taken?</source>
        <translation>أين التُقطت؟</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>This exhibit has no clue.</source>
        <translation>ليس لهذا المعروض قرينة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>agreed</source>
        <translation>متفق عليها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>differ</source>
        <translation>مختلف فيها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/review_dialog.py"/>
        <source>open</source>
        <translation>مفتوحة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>The language changes when Theodolite is started again.</source>
        <translation>تتغير اللغة عند تشغيل Theodolite من جديد.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Single letters act where their view has the focus</source>
        <translation>الحروف المفردة تعمل حيث يكون التركيز على عرضها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Switch them off when speech input or a slip of the hand sets them off; all other keys stay.</source>
        <translation>أوقفها إذا كان الإدخال الصوتي أو زلة يد يشغلها؛ وتبقى كل المفاتيح الأخرى.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Checks</source>
        <translation>الفحوص</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>As the system</source>
        <translation>كما في النظام</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Files and log are hashed in the background while a case is open. A changed byte is named in the status bar and under Custody.</source>
        <translation>تُحسب تجزئات الملفات والسجل في الخلفية ما دامت قضية مفتوحة. ويُذكر كل بايت متغير في شريط الحالة وتحت الحيازة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Size of text</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Check every hash again</source>
        <translation>إعادة فحص كل تجزئة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Kept on this computer, never in a case.</source>
        <translation>محفوظ على هذا الحاسوب، لا في قضية أبدًا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Appearance: {name}</source>
        <translation>المظهر: {name}</translation>
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
        <translation>اللغة</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>Every %n minutes</source>
        <translation><numerusform>كل %n دقائق</numerusform><numerusform>كل دقيقة (%n)</numerusform><numerusform>كل دقيقتين (%n)</numerusform><numerusform>كل %n دقائق</numerusform><numerusform>كل %n دقيقة</numerusform><numerusform>كل %n دقيقة</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/settings_dialog.py"/>
        <source>On opening, and when asked</source>
        <translation>عند الفتح، وعند الطلب</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/shapes.py"/>
        <source>model points here</source>
        <translation>يشير النموذج إلى هنا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>The signature covers every record up to the head below: with it anyone can check that this log existed and who stands for it. The key stays on this machine.</source>
        <translation>يشمل التوقيع كل قيد حتى الرأس أدناه: به يستطيع أي شخص التحقق من أن هذا السجل كان موجودًا ومن يقف وراءه. يبقى المفتاح على هذا الجهاز.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>There is no key on this machine yet. Make one: it is yours, not the case's.</source>
        <translation>لا مفتاح على هذا الجهاز بعد. اصنع مفتاحًا: هو لك، لا للقضية.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Make a new key</source>
        <translation>صنع مفتاح جديد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Passphrase of the key</source>
        <translation>عبارة مرور المفتاح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>What it is about</source>
        <translation>ما يتعلق به</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Name in the signature</source>
        <translation>الاسم في التوقيع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Kept</source>
        <translation>الحفظ</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>{length} records, head {head}…</source>
        <translation>{length} قيد، الرأس {head}…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>New passphrase</source>
        <translation>عبارة مرور جديدة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>The same again</source>
        <translation>نفسها مرة أخرى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>A forgotten passphrase cannot be recovered; then make another key.</source>
        <translation>لا يمكن استعادة عبارة مرور منسية؛ عندئذ اصنع مفتاحًا آخر.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Make the key</source>
        <translation>صنع المفتاح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>Use a key that is there</source>
        <translation>استخدام مفتاح موجود</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>the whole log</source>
        <translation>السجل كله</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>under a passphrase</source>
        <translation>تحت عبارة مرور</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>in the keyring of this system</source>
        <translation>في حلقة مفاتيح هذا النظام</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sign_dialog.py"/>
        <source>review {name}</source>
        <translation>المراجعة {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/snapshot_dialog.py"/>
        <source>Named snapshot</source>
        <translation>لقطة مسماة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/snapshot_dialog.py"/>
        <source>Name of the snapshot</source>
        <translation>اسم اللقطة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/snapshot_dialog.py"/>
        <source>Before the second examiner</source>
        <translation>قبل الفاحص الثاني</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/snapshot_dialog.py"/>
        <source>Snapshots so far</source>
        <translation>اللقطات حتى الآن</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/snapshot_dialog.py"/>
        <source>Record the name</source>
        <translation>تسجيل الاسم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/snapshot_dialog.py"/>
        <source>{utc} · after record {number}</source>
        <translation>{utc} · بعد القيد {number}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/snapshot_dialog.py"/>
        <source>Everything is already saved.</source>
        <translation>كل شيء محفوظ بالفعل.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/snapshot_dialog.py"/>
        <source>A snapshot puts a name on this moment of the log, so that people and reports can refer to it. Nothing is copied and nothing can be lost by not doing it.</source>
        <translation>تعطي اللقطة اسمًا لهذه اللحظة من السجل، ليتمكن الأشخاص والتقارير من الإشارة إليها. لا يُنسخ شيء ولا يمكن فقدان شيء بعدم عملها.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sources_dialog.py"/>
        <source>A source that is off is not read, and its clues do not count. The weight scales what it adds.</source>
        <translation>المصدر الموقوف لا يُقرأ، ولا تُحتسب قرائنه. والوزن يقيس ما يضيفه.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sources_dialog.py"/>
        <source>Weight</source>
        <translation>الوزن</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sources_dialog.py"/>
        <source>Weight of {title}</source>
        <translation>وزن {title}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sources_dialog.py"/>
        <source>In {exhibit}</source>
        <translation>في {exhibit}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>The answer of a time-stamping authority (.tsr) or an OpenTimestamps proof (.ots), made on a machine with a network. It is checked here, without one.</source>
        <translation>جواب سلطة ختم زمني (.tsr) أو إثبات OpenTimestamps (.ots)، صُنع على جهاز متصل بشبكة. يُفحص هنا دون شبكة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Without them a sound stamp is kept as pending, and can be confirmed later.</source>
        <translation>من دونها يُحفظ الختم السليم كمعلق، ويمكن تأكيده لاحقًا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Time stamps (*.tsr *.ots);;All files (*)</source>
        <translation>أختام زمنية (*.tsr *.ots);;كل الملفات (*)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>needed</source>
        <translation>مطلوب</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Certificates you trust</source>
        <translation>شهادات تثق بها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Certificates (*.pem *.crt *.cer *.der);;All files (*)</source>
        <translation>شهادات (*.pem *.crt *.cer *.der);;كل الملفات (*)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>for .tsr</source>
        <translation>لملفات .tsr</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Bitcoin block headers</source>
        <translation>ترويسات كتل Bitcoin</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>for .ots</source>
        <translation>لملفات .ots</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Import time stamp</source>
        <translation>استيراد ختم زمني</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Check and import</source>
        <translation>فحص واستيراد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Choose: {title}</source>
        <translation>اختيار: {title}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Time stamp</source>
        <translation>ختم زمني</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/stamp_dialog.py"/>
        <source>Choose files</source>
        <translation>اختر ملفات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/status.py"/>
        <source>Progress</source>
        <translation>التقدم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/status.py"/>
        <source>Stop this job</source>
        <translation>إيقاف هذه المهمة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/status.py"/>
        <source>Offline</source>
        <translation>دون اتصال</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/status.py"/>
        <source>Theodolite opens no connection. Packs are fetched by a separate program, on your word.</source>
        <translation>لا يفتح Theodolite أي اتصال. يجلب الباقات برنامج منفصل، بأمر منك.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/status.py"/>
        <source>Encrypted</source>
        <translation>مشفرة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/status.py"/>
        <source>Everything in this case's folder is encrypted under its passphrase.</source>
        <translation>كل ما في مجلد هذه القضية مشفر بعبارة مرورها.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/status.py"/>
        <source>{text} {done}/{total}</source>
        <translation>{text} {done}/{total}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/status.py"/>
        <source>No case</source>
        <translation>لا قضية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/strategy_bar.py"/>
        <source>Ranked by</source>
        <translation>الترتيب بحسب</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/strategy_bar.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Ask this strategy again</source>
        <translation>سؤال هذه الاستراتيجية من جديد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/strategy_bar.py"/>
        <source>{title} (not ready)</source>
        <translation>{title} (غير جاهزة)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/strength.py"/>
        <source>Strength (Left and Right in the list)</source>
        <translation>القوة (Left وRight في القائمة)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/strength.py"/>
        <source>Strength {word}</source>
        <translation>القوة {word}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/suggestions.py"/>
        <source>What to look for next</source>
        <translation>ما يُبحث عنه بعد ذلك</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/suggestions.py"/>
        <source>folded</source>
        <translation>مطوي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/suggestions.py"/>
        <source>unfolded</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Pixel lengths are true only when object and shadow are equally far away and the ground is seen squarely. Type metres for both if you know them.</source>
        <translation>أطوال البكسل صحيحة فقط عندما يكون الجسم والظل على بعد واحد وتُرى الأرض عموديًا. اكتب الأمتار لكليهما إن كنت تعرفها.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Measured on the level ground of the horizon {clue}, in heights of the camera; the field of view is the one the file claims. Tolerances follow from the clicks.</source>
        <translation>مقيس على الأرض المستوية للأفق {clue}، بوحدات ارتفاع الكاميرا؛ ومجال الرؤية هو الذي يدعيه الملف. ينتج التفاوت من النقرات.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>The horizon does not help here. {why}</source>
        <translation>لا يفيد الأفق هنا. {why}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Claimed by the file: camera clocks are often wrong, zones often unset.</source>
        <translation>يدعيه الملف: ساعات الكاميرات كثيرًا ما تكون خاطئة، والمناطق الزمنية غير مضبوطة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Object and its shadow</source>
        <translation>جسم وظله</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Sun elevation in degrees</source>
        <translation>ارتفاع الشمس بالدرجات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Not measured</source>
        <translation>غير مقيس</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Camera bearing and shadow direction</source>
        <translation>اتجاه الكاميرا واتجاه الظل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Sun azimuth in degrees</source>
        <translation>سمت الشمس بالدرجات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Offset from UTC</source>
        <translation>الفارق عن UTC</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Civil time of the place</source>
        <translation>التوقيت المدني للمكان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Zone unknown</source>
        <translation>المنطقة الزمنية مجهولة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Sun and shadow</source>
        <translation>الشمس والظل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>How the sun's height was measured</source>
        <translation>كيف قيس ارتفاع الشمس</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>How the sun's direction was measured</source>
        <translation>كيف قيس اتجاه الشمس</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Seen from above, clockwise from the way the camera looks: 0 away from it, 90 to the right, 180 towards it.</source>
        <translation>منظورًا من أعلى، باتجاه عقارب الساعة من جهة نظر الكاميرا: 0 بعيدًا عنها، 90 إلى اليمين، 180 نحوها.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Clock tolerance in minutes, 95 %</source>
        <translation>تفاوت الساعة بالدقائق، 95 %</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>When the sun stood so at a known place</source>
        <translation>متى كانت الشمس كذلك في مكان معروف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Sun and shadow in {exhibit}</source>
        <translation>الشمس والظل في {exhibit}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Height of the sun</source>
        <translation>ارتفاع الشمس</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>Clock off by ±</source>
        <translation>خطأ الساعة ±</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/sun_form.py"/>
        <source>minutes</source>
        <translation>دقيقة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>Hints work without a language model.</source>
        <translation>تعمل التلميحات دون نموذج لغوي.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>Choose a language model</source>
        <translation>اختر نموذجًا لغويًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>{name}, hash {sha256}, {can}</source>
        <translation>{name}، التجزئة {sha256}، {can}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>Language model: {said}</source>
        <translation>النموذج اللغوي: {said}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Look at the photograph</source>
        <translation>النظر في الصورة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Name clues</source>
        <translation>تسمية القرائن</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>Let the model phrase the summary</source>
        <translation>دع النموذج يصوغ الملخص</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>Language worker: {word}</source>
        <translation>عامل اللغة: {word}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>Stop (Esc)</source>
        <translation>إيقاف (Esc)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Stop the model</source>
        <translation>إيقاف النموذج</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>How far the model has read</source>
        <translation>إلى أين وصل النموذج في القراءة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>, {count} tokens</source>
        <translation>، {count} وحدة نصية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>Take out of the line: {title}</source>
        <translation>إخراج من الطابور: {title}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>Waiting: {title}</source>
        <translation>في الانتظار: {title}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/talk_head.py"/>
        <source>and %n more waiting</source>
        <translation><numerusform>و%n أخرى تنتظر</numerusform><numerusform>وواحدة أخرى (%n) تنتظر</numerusform><numerusform>واثنتان أخريان (%n) تنتظران</numerusform><numerusform>و%n أخرى تنتظر</numerusform><numerusform>و%n أخرى تنتظر</numerusform><numerusform>و%n أخرى تنتظر</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/timeline.py"/>
        <source>Timeline of custody</source>
        <translation>الخط الزمني للحيازة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/timeline.py"/>
        <source>Also steps that do not concern the exhibit in view</source>
        <translation>وكذلك الخطوات التي لا تخص المعروض الظاهر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>The sun never stood so there in that time: the place, the date or the measurement is wrong.</source>
        <translation>لم تكن الشمس كذلك هناك قط في ذلك الوقت: المكان أو التاريخ أو القياس خاطئ.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Other coordinates</source>
        <translation>إحداثيات أخرى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Solar days of the place</source>
        <translation>الأيام الشمسية للمكان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Days in UTC</source>
        <translation>الأيام بتوقيت UTC</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Times at a place</source>
        <translation>الأوقات في مكان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>43.4682, 11.8802 or any other format</source>
        <translation>43.4682, 11.8802 أو أي صيغة أخرى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Date or span</source>
        <translation>تاريخ أو مدة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>2024-06-21, 2024-06, 2024 or two with a slash</source>
        <translation>2024-06-21، 2024-06، 2024 أو اثنان بينهما شرطة مائلة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Whose days</source>
        <translation>أيام من</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Possible times</source>
        <translation>الأوقات الممكنة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Keep as a clue of time</source>
        <translation>حفظ كقرينة وقت</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Show times</source>
        <translation>إظهار الأوقات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Sun at {measured} (95 %).</source>
        <translation>الشمس عند {measured} (95 %).</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>Days</source>
        <translation>الأيام</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/times_dialog.py"/>
        <source>{start}  to  {end}  UTC</source>
        <translation>{start}  إلى  {end}  UTC</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/toast.py"/>
        <source>Close the notice</source>
        <translation>إغلاق الإشعار</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>Show clue {name}</source>
        <translation>إظهار القرينة {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>Show exhibit {name}</source>
        <translation>إظهار المعروض {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>{exhibit} and other exhibits</source>
        <translation>{exhibit} ومعروضات أخرى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>the time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>Cannot all be true:</source>
        <translation>لا يمكن أن تصح كلها:</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>Against:</source>
        <translation>المعارض:</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>Show fewer</source>
        <translation>إظهار أقل</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>Show {number} more</source>
        <translation>إظهار {number} أخرى</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>Conflict: {detail}</source>
        <translation>تعارض: {detail}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>Say that {linked} show one place</source>
        <translation>القول إن {linked} تُظهر مكانًا واحدًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>With the rest:</source>
        <translation>مع الباقي:</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>Clues:</source>
        <translation>القرائن:</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/together.py"/>
        <source>Claimed by:</source>
        <translation>يدعيه:</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/tour_card.py"/>
        <source>End the tour</source>
        <translation>إنهاء الجولة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/tour_card.py"/>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/tour_card.py"/>
        <source>Tour, {number} of {total}</source>
        <translation>الجولة، {number} من {total}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/tour_card.py"/>
        <source>End</source>
        <translation>إنهاء</translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop/theodolite_desktop/views/transcript.py"/>
        <source>%n earlier</source>
        <translation><numerusform>لا رسائل أقدم (%n)</numerusform><numerusform>رسالة أقدم واحدة (%n)</numerusform><numerusform>رسالتان أقدم (%n)</numerusform><numerusform>%n رسائل أقدم</numerusform><numerusform>%n رسالة أقدم</numerusform><numerusform>%n رسالة أقدم</numerusform></translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/transcript.py"/>
        <source>Show earlier messages, {count} of them</source>
        <translation>إظهار الرسائل الأقدم، وعددها {count}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>Exhibits, table</source>
        <translation>المعروضات، جدول</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>Headings; sort from the filter's menu by keyboard</source>
        <translation>العناوين؛ الفرز بلوحة المفاتيح من قائمة التصفية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>Filter, for example tag:3 -has:gps</source>
        <translation>صفِّ، مثلًا tag:3 -has:gps</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>Filter the exhibits</source>
        <translation>تصفية المعروضات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>Conditions and order</source>
        <translation>الشروط والترتيب</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>Without a tag</source>
        <translation>دون وسم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>Backward</source>
        <translation>عكسيًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>Tag</source>
        <translation>وسم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>Sort by</source>
        <translation>الفرز بحسب</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/triage.py"/>
        <source>As they came</source>
        <translation>بترتيب الوصول</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Verify candidate</source>
        <translation>التحقق من المرشح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Reject candidate</source>
        <translation>رفض المرشح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Put under review</source>
        <translation>الوضع قيد المراجعة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Back to suggested</source>
        <translation>العودة إلى مقترح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Set back</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Found by the evidence; no person has judged it.</source>
        <translation>وجدته الأدلة؛ ولم يحكم عليه شخص.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Being checked; nothing is decided.</source>
        <translation>يجري فحصه؛ لم يُقرر شيء.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>A person's word. Needs two clues that share no origin, or a recorded reason.</source>
        <translation>كلمة شخص. تحتاج إلى قرينتين لا تشتركان في أصل، أو إلى سبب مسجل.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Ruled out, with a reason. It stays listed and in the report.</source>
        <translation>مستبعد، مع سبب. يبقى في القائمة وفي التقرير.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>{who} marks {number} places as {status}: {names}.</source>
        <translation>{who} يضع {number} أماكن في حالة {status}: {names}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/views/verdict_dialog.py"/>
        <source>Reason (optional)</source>
        <translation>السبب (اختياري)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wiring.py"/>
        <source>Intact: {files}</source>
        <translation>سليم: {files}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wiring.py"/>
        <source>Integrity: problem found</source>
        <translation>السلامة: وُجدت مشكلة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wiring.py"/>
        <source>Hashes not checked</source>
        <translation>لم تُفحص التجزئات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wiring.py"/>
        <source>New files not checked yet</source>
        <translation>ملفات جديدة لم تُفحص بعد</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wiring.py"/>
        <source>The picture could not be opened: {text}</source>
        <translation>تعذر فتح الصورة: {text}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wiring.py"/>
        <source>{exhibit} was withdrawn.</source>
        <translation>سُحب {exhibit}.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>about {distance}</source>
        <translation>نحو {distance}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>Score {value}</source>
        <translation>الدرجة {value}</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>{size} ({number} bytes)</source>
        <translation>{size} ({number} بايت)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>about {times} times less likely here than averaged over the world prior</source>
        <translation>أقل احتمالًا هنا بنحو {times} مرات من المتوسط على القبلي العالمي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>Something went wrong inside Theodolite ({name}). The case is unharmed.</source>
        <translation>حدث خطأ داخل Theodolite ({name}). القضية سليمة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>{number} bytes</source>
        <translation>{number} بايت</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>makes no difference here</source>
        <translation>لا يُحدث فرقًا هنا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>about {times} times more likely here than averaged over the world prior</source>
        <translation>أكثر احتمالًا هنا بنحو {times} مرات من المتوسط على القبلي العالمي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>{problem} Nothing that was confirmed is lost.</source>
        <translation>{problem} لم يُفقد شيء مما تم تأكيده.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>The evidence names a place.</source>
        <translation>الأدلة تسمي مكانًا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>The evidence names a region, not a place.</source>
        <translation>الأدلة تسمي منطقة، لا مكانًا.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>The evidence names a country, not a region.</source>
        <translation>الأدلة تسمي بلدًا، لا منطقة.</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/wording.py"/>
        <source>The file could not be used</source>
        <translation>تعذر استخدام الملف</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>New case…</source>
        <translation>قضية جديدة…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Open case…</source>
        <translation>فتح قضية…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Open a bundle…</source>
        <translation>فتح حزمة…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Case properties…</source>
        <translation>خصائص القضية…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Add reference index…</source>
        <translation>إضافة فهرس مراجع…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Make a reference index…</source>
        <translation>صنع فهرس مراجع…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Clue sources…</source>
        <translation>مصادر القرائن…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Named snapshot…</source>
        <translation>لقطة مسماة…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Export report…</source>
        <translation>تصدير التقرير…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Print report…</source>
        <translation>طباعة التقرير…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Bring in another copy…</source>
        <translation>إدخال نسخة أخرى…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Export bundle…</source>
        <translation>تصدير حزمة…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Sign the log…</source>
        <translation>توقيع السجل…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Mask faces, plates and regions…</source>
        <translation>تقنيع الوجوه واللوحات والمناطق…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Second examiner…</source>
        <translation>الفاحص الثاني…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Import time stamp…</source>
        <translation>استيراد ختم زمني…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Change passphrase…</source>
        <translation>تغيير عبارة المرور…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Redo</source>
        <translation>إعادة التنفيذ</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Paste image or coordinates</source>
        <translation>لصق صورة أو إحداثيات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Say what you know</source>
        <translation>قل ما تعرفه</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Go to coordinates…</source>
        <translation>الذهاب إلى إحداثيات…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>All commands…</source>
        <translation>كل الأوامر…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Settings…</source>
        <translation>الإعدادات…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Add exhibits…</source>
        <translation>إضافة معروضات…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Add a folder…</source>
        <translation>إضافة مجلد…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Read clues and find references</source>
        <translation>قراءة القرائن وإيجاد المراجع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Selected exhibits show one place…</source>
        <translation>المعروضات المحددة تُظهر مكانًا واحدًا…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Withdrawn and destroyed…</source>
        <translation>مسحوب ومتلف…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Exhibits as a list</source>
        <translation>المعروضات كقائمة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Exhibits as a grid</source>
        <translation>المعروضات كشبكة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Exhibits as a table</source>
        <translation>المعروضات كجدول</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Filter exhibits</source>
        <translation>تصفية المعروضات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Select all exhibits</source>
        <translation>تحديد كل المعروضات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Tag 1</source>
        <translation>الوسم 1</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Tag 2</source>
        <translation>الوسم 2</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Tag 3</source>
        <translation>الوسم 3</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Tag 4</source>
        <translation>الوسم 4</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Tag 5</source>
        <translation>الوسم 5</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Tag 6</source>
        <translation>الوسم 6</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Tag 7</source>
        <translation>الوسم 7</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Tag 8</source>
        <translation>الوسم 8</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Tag 9</source>
        <translation>الوسم 9</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Magnifier (hold)</source>
        <translation>المكبّرة (مع الاستمرار في الضغط)</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Rotate view right</source>
        <translation>تدوير العرض يمينًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Rotate view left</source>
        <translation>تدوير العرض يسارًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Rotate view by 1° right</source>
        <translation>تدوير العرض 1° يمينًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Rotate view by 1° left</source>
        <translation>تدوير العرض 1° يسارًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Level the view by the horizon</source>
        <translation>تسوية العرض بالأفق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Adjust the view…</source>
        <translation>ضبط العرض…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Mark a clue with a box</source>
        <translation>تعليم قرينة بمربع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Next mark</source>
        <translation>العلامة التالية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Previous mark</source>
        <translation>العلامة السابقة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Remove mark</source>
        <translation>إزالة العلامة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Note on the mark</source>
        <translation>ملاحظة على العلامة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Make a picture from it…</source>
        <translation>صنع صورة منه…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Sun and shadow, typed…</source>
        <translation>الشمس والظل، كتابةً…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Where did the camera stand…</source>
        <translation>أين وقفت الكاميرا…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Clue on or off</source>
        <translation>تشغيل القرينة أو إيقافها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Reject clue…</source>
        <translation>رفض القرينة…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Make the clue weaker</source>
        <translation>إضعاف القرينة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Make the clue stronger</source>
        <translation>تقوية القرينة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Write a note on the clue</source>
        <translation>كتابة ملاحظة على القرينة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Show the region of a clue</source>
        <translation>إظهار منطقة قرينة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Verify candidate…</source>
        <translation>التحقق من المرشح…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Reject candidate…</source>
        <translation>رفض المرشح…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Compare candidate</source>
        <translation>مقارنة المرشح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Show candidate on the map</source>
        <translation>إظهار المرشح على الخريطة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Show or hide contributions</source>
        <translation>إظهار المساهمات أو إخفاؤها</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Times of the sun there…</source>
        <translation>أوقات الشمس هناك…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Copy coordinates as…</source>
        <translation>نسخ الإحداثيات بصيغة…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Rank by…</source>
        <translation>الترتيب بحسب…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Summarise in the model's words</source>
        <translation>تلخيص بكلمات النموذج</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Language model…</source>
        <translation>النموذج اللغوي…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Lock the pictures as they lie</source>
        <translation>قفل الصورتين كما هما</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Set an anchor</source>
        <translation>وضع نقطة ربط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Place the number where the alignment has it</source>
        <translation>وضع الرقم حيث تجعله المحاذاة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Take the number off the reference</source>
        <translation>إزالة الرقم عن المرجع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Reference more opaque</source>
        <translation>مرجع أكثر عتامة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Reference less opaque</source>
        <translation>مرجع أقل عتامة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Rotate the comparison</source>
        <translation>تدوير المقارنة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Rotate the comparison back</source>
        <translation>تدوير المقارنة عكسيًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Zoom in together</source>
        <translation>تكبير معًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Zoom out together</source>
        <translation>تصغير معًا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Fit the comparison to the view</source>
        <translation>ملاءمة المقارنة للعرض</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Two pictures</source>
        <translation>صورتان</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Three pictures</source>
        <translation>ثلاث صور</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Four pictures</source>
        <translation>أربع صور</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Choose what stands beside…</source>
        <translation>اختر ما يوضع بجانبه…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Next candidate to compare</source>
        <translation>المرشح التالي للمقارنة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Previous candidate to compare</source>
        <translation>المرشح السابق للمقارنة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Next reference</source>
        <translation>المرجع التالي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Previous reference</source>
        <translation>المرجع السابق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Compare with this map view</source>
        <translation>المقارنة مع عرض الخريطة هذا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Keep in the report…</source>
        <translation>إبقاء في التقرير…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Copy coordinates of the crosshair</source>
        <translation>نسخ إحداثيات التقاطع</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Next search area</source>
        <translation>منطقة البحث التالية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Judge cells of the search area</source>
        <translation>الحكم على خلايا منطقة البحث</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Carry this place out…</source>
        <translation>إخراج هذا المكان…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Carry out a crop…</source>
        <translation>إخراج مقتطع…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Export what the map shows…</source>
        <translation>تصدير ما تعرضه الخريطة…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Reference points</source>
        <translation>نقاط مرجعية</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Import a map pack…</source>
        <translation>استيراد باقة خرائط…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>File a reference…</source>
        <translation>إيداع مرجع…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Section in or out of the report</source>
        <translation>إدخال القسم في التقرير أو إخراجه</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Find in the case…</source>
        <translation>البحث في القضية…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Examine</source>
        <translation>الفحص</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Exhibits pane</source>
        <translation>جزء المعروضات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Inspector pane</source>
        <translation>جزء المعاين</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Arrange panels</source>
        <translation>ترتيب اللوحات</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Detach panel</source>
        <translation>فصل اللوحة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Reset layout</source>
        <translation>إعادة التخطيط</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Next pane</source>
        <translation>الجزء التالي</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Previous pane</source>
        <translation>الجزء السابق</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Cover graphic content</source>
        <translation>حجب المحتوى الصادم</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Cover all pictures</source>
        <translation>حجب كل الصور</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Full screen</source>
        <translation>ملء الشاشة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Appearance: as the system</source>
        <translation>المظهر: كما في النظام</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Appearance: light</source>
        <translation>المظهر: فاتح</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Appearance: dark</source>
        <translation>المظهر: داكن</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Larger text</source>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Smaller text</source>
        <translation>نص أصغر</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Help for this</source>
        <translation>مساعدة في هذا</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>All pages of the help</source>
        <translation>كل صفحات المساعدة</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Tour of the sample case…</source>
        <translation>جولة في القضية النموذجية…</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <location filename="../../desktop/theodolite_desktop/actions.py"/>
        <source>Assistant</source>
        <translation>المساعد</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/scales.py"/>
        <source>suggested</source>
        <translation>مقترح</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/scales.py"/>
        <source>under review</source>
        <translation>قيد المراجعة</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/scales.py"/>
        <source>verified</source>
        <translation>مُتحقَّق</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/scales.py"/>
        <source>rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Metadata of the file</source>
        <translation>البيانات الوصفية للملف</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Conflicts within the metadata</source>
        <translation>تعارضات داخل البيانات الوصفية</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Content credentials (C2PA)</source>
        <translation>بيانات اعتماد المحتوى (C2PA)</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Tracks in videos</source>
        <translation>مسارات في مقاطع الفيديو</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Signs of a copy of a copy</source>
        <translation>علامات نسخة عن نسخة</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>File name</source>
        <translation>اسم الملف</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Writing in the picture</source>
        <translation>كتابة في الصورة</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Writing system</source>
        <translation>نظام الكتابة</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Spelling and letters</source>
        <translation>الإملاء والحروف</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Street-type words</source>
        <translation>كلمات أنواع الشوارع</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Names of places</source>
        <translation>أسماء الأماكن</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Phone numbers</source>
        <translation>أرقام الهاتف</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Internet addresses</source>
        <translation>عناوين الإنترنت</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Currency and prices</source>
        <translation>العملة والأسعار</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Postal codes</source>
        <translation>الرموز البريدية</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Vehicle plates</source>
        <translation>لوحات المركبات</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Units</source>
        <translation>الوحدات</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Dates</source>
        <translation>التواريخ</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Road numbers</source>
        <translation>أرقام الطرق</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Airline, rail and emergency codes</source>
        <translation>رموز الطيران والسكك الحديدية والطوارئ</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Camera geometry</source>
        <translation>هندسة الكاميرا</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Observed by a person</source>
        <translation>لاحظه شخص</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Geo-aligned models</source>
        <translation>نماذج محاذاة جغرافيًا</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/domain/sources.py"/>
        <source>Points named by a language model</source>
        <translation>نقاط سماها نموذج لغوي</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/likelihood.py"/>
        <source>very likely</source>
        <translation>مرجح جدًا</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/likelihood.py"/>
        <source>about as likely as not</source>
        <translation>متساوي الاحتمال تقريبًا</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/likelihood.py"/>
        <source>unlikely</source>
        <translation>غير مرجح</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/likelihood.py"/>
        <source>very unlikely</source>
        <translation>غير مرجح جدًا</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/likelihood.py"/>
        <source>remote</source>
        <translation>بعيد الاحتمال</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Leading candidates side by side</source>
        <translation>المرشحون المتقدمون جنبًا إلى جنب</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Marked pairs</source>
        <translation>أزواج معلَّمة</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Derived images</source>
        <translation>صور مشتقة</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Contradictions</source>
        <translation>تناقضات</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Verdicts and alternatives</source>
        <translation>الأحكام والبدائل</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Other strategies</source>
        <translation>استراتيجيات أخرى</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Model output</source>
        <translation>مخرجات النموذج</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>People and responsibilities</source>
        <translation>الأشخاص والمسؤوليات</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Verification kit</source>
        <translation>عدة التحقق</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/report/choices.py"/>
        <source>Chain of custody</source>
        <translation>سلسلة الحيازة</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>Everything with a name</source>
        <translation>كل ما له اسم</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>Places of worship</source>
        <translation>دور العبادة</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>Towers and masts</source>
        <translation>الأبراج والصواري</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>Fuel stations</source>
        <translation>محطات الوقود</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>Schools</source>
        <translation>المدارس</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>Bridges</source>
        <translation>الجسور</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>Railways and stations</source>
        <translation>السكك الحديدية والمحطات</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>Power lines</source>
        <translation>خطوط الكهرباء</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>Shops</source>
        <translation>المتاجر</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>Fountains and monuments</source>
        <translation>النوافير والنصب التذكارية</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>map</source>
        <translation>خريطة</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>satellite</source>
        <translation>قمر صناعي</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>street view</source>
        <translation>منظر شارع</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>satellite, dated</source>
        <translation>قمر صناعي، مؤرخة</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>map, described</source>
        <translation>خريطة، موصوفة</translation>
    </message>
    <message>
        <location filename="../../core/theodolite/geo/carrying.py"/>
        <source>any map program</source>
        <translation>أي برنامج خرائط</translation>
    </message>
</context>
</TS>
