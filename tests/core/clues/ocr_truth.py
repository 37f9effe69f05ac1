"""What is written in the photographs of the OCR corpus, read by eye.

For each picture the scripts of its writing (ISO 15924; "Hani" with kana too), key words that a reader must
find, and the lines by script. ``complete``: every line of the picture is listed; otherwise the legible ones.
"""

from __future__ import annotations

from dataclasses import dataclass

EASY = "ocr/EasyOCR/examples"
RAPID = "ocr/RapidOCR/python/tests/test_files"


@dataclass(frozen=True, slots=True)
class Truth:
    name: str
    lines: tuple[tuple[str, str], ...]
    keys: tuple[str, ...]
    complete: bool = True

    @property
    def scripts(self) -> frozenset[str]:
        return frozenset(script for script, _ in self.lines)


def _of(script: str, *lines: str) -> tuple[tuple[str, str], ...]:
    return tuple((script, line) for line in lines)


_POSTER = (
    *_of("Hani", "正品促销", "大桶装更划算", "强力去污符合国标", "直击", "底价", "惊喜福利不容错过"),
    *_of("Hani", "极速发货", "冰点标准", "破损就赔", "假一赔十"),
)
_CORONA = _of(
    "Latn",
    "Reduce your risk of coronavirus infection:",
    "Clean hands with soap and water",
    "or alcohol-based hand rub",
    "Cover nose and mouth when coughing and",
    "sneezing with tissue or flexed elbow",
    "Avoid close contact with anyone with",
    "cold or flu-like symptoms",
    "Thoroughly cook meat and eggs",
    "No unprotected contact with live wild",
    "or farm animals",
    "World Health",
    "Organization",
)

TRUTHS = (
    Truth(
        f"{EASY}/chinese.jpg",
        (*_of("Hani", "西", "愚园路", "东"), *_of("Latn", "Yuyuan Rd.", "W", "E")),
        ("愚园路", "Yuyuan Rd."),
    ),
    Truth(
        f"{EASY}/easyocr_framework.jpeg",
        _of(
            "Latn",
            "EasyOCR Framework",
            "IMAGE",
            "Pre-Process",
            "CRAFT",
            "Mid-Process",
            "ResNet+LSTM+CTC",
            "Greedy",
            "Decoder",
            "Post-Process",
            "Output",
            "Detection Models",
            "Recognition Models",
            "Decoders",
            "Data Generator",
            "Training Pipeline",
        ),
        ("EasyOCR Framework", "Training Pipeline"),
        complete=False,
    ),
    Truth(f"{EASY}/english.png", _CORONA, ("Clean hands with soap and water", "World Health")),
    Truth(
        f"{EASY}/example.png",
        (
            *_of("Latn", "Clean hands with soap and water", "or farm animals"),
            *_of("Thai", "เส้นทางลัด", "เพชรบุรี"),
        ),
        ("Clean hands with soap and water",),
        complete=False,
    ),
    Truth(
        f"{EASY}/example2.png",
        (
            *_of("Hani", "愚园路", "ポイ捨て禁止!"),
            *_of("Latn", "NO LITTER", "Seoul", "Pyeongyang"),
            *_of("Hang", "서울", "평양"),
        ),
        ("NO LITTER",),
        complete=False,
    ),
    Truth(
        f"{EASY}/example3.png",
        (*_of("Deva", "बसरुरकर", "मार्किट"), *_of("Latn", "BASRURKAR", "MARKET", "SPEED", "LIMIT")),
        ("SPEED",),
        complete=False,
    ),
    Truth(
        f"{EASY}/french.jpg",
        _of(
            "Latn",
            "Mairie du Ier",
            "Palais du LOUVRE",
            "LES ARTS DÉCORATIFS",
            "Musée du LOUVRE",
            "Théâtre",
            "du PALAIS-ROYAL",
        ),
        ("Palais du LOUVRE", "LES ARTS DÉCORATIFS", "Musée du LOUVRE", "Théâtre"),
    ),
    Truth(
        f"{EASY}/japanese.jpg",
        (
            *_of("Hani", "ポイ捨て禁止!", "清潔できれいな港区を", "港区 MINATO CITY"),
            *_of("Latn", "NO LITTER"),
        ),
        ("ポイ捨て禁止!", "NO LITTER", "清潔できれいな港区を", "MINATO CITY"),
    ),
    Truth(
        f"{EASY}/korean.png",
        (*_of("Hang", "서울", "평양"), *_of("Latn", "Seoul", "Pyeongyang", "56Km", "205Km")),
        ("서울", "평양", "Seoul", "Pyeongyang"),
    ),
    Truth(f"{EASY}/thai.jpg", _of("Thai", "เส้นทางลัด", "เพชรบุรี"), ("เพชรบุรี",)),
    Truth(
        f"{EASY}/width_ths.png",
        _of("Latn", "width_ths = 0.5", "width_ths = 0.7"),
        ("width_ths",),
        complete=False,
    ),
    Truth(f"{RAPID}/arabic.png", _of("Arab", "امروز هوا خوبه."), ("امروز",)),
    Truth(f"{RAPID}/black_font_color_transparent.png", _of("Hani", "我是中国人"), ()),
    Truth(f"{RAPID}/ch_doc_server.png", _of("Hani", "嫖娼"), ("嫖娼",), complete=False),
    Truth(f"{RAPID}/ch_en_num.jpg", _POSTER, ("强力去污", "假一赔十"), complete=False),
    Truth(
        f"{RAPID}/check_return_word_len.jpeg",
        _of("Hani", "抵押登记", "解除抵押登记", "滴滴家园", "登记栏", "变更登记"),
        ("抵押登记",),
        complete=False,
    ),
    Truth(f"{RAPID}/cyrillic.png", _of("Cyrl", "Време је лепо данас."), ("Време", "данас")),
    Truth(
        f"{RAPID}/devanagari.jpg",
        _of("Deva", "मराठी कथा", "सर्व मराठी कथा वाचा", "मराठी चारोळी", "सर्व मराठी चारोळी वाचा"),
        ("मराठी",),
    ),
    Truth(f"{RAPID}/devanagari_rec.png", _of("Deva", "आज मौसम अच्छा है।"), ("मौसम",)),
    Truth(f"{RAPID}/el_rec.jpg", _of("Grek", "Ωραίος καιρός σήμερα."), ("καιρός",)),
    Truth(f"{RAPID}/empty_black.jpg", (), ()),
    Truth(
        f"{RAPID}/en.jpg",
        _of(
            "Latn",
            "To facilitate the shot type analysis in videos, we collect MovieShots, a large-scale",
            "shot type annotation set that contains 46K shots from 7858 movies. The details",
            "of this dataset are specified as follows.",
        ),
        ("shot type",),
        complete=False,
    ),
    Truth(
        f"{RAPID}/en_rec.jpg",
        _of("Latn", "To facilitate the shot type analysis in videos, we collect MovieShots, a large-scale"),
        ("facilitate",),
    ),
    Truth(
        f"{RAPID}/eslav.jpg",
        _of("Cyrl", "Славянские языки — большая языковая семья."),
        ("Славянские", "семья"),
    ),
    Truth(f"{RAPID}/img_exif_orientation.jpg", _of("Hani", "我是中国人"), ("我是中国人",)),
    Truth(f"{RAPID}/issue_170.png", _of("Latn", "TEST"), ("TEST",)),
    Truth(
        f"{RAPID}/japan.jpg",
        _of(
            "Hani",
            "【素敵な四季を探す旅】春分",
            "農村の学校で、伝統演劇の特別クラス浙江省",
            "週間時事用語（政府間覚書、マイクロドラマ、脳型知能など）",
            "三星堆の文化財レプリカが大阪・関西万博で展示へ",
            "中国テイストのストリートダンスでダンスバトルを盛り上げる…",
        ),
        ("春分", "関西万博"),
    ),
    Truth(
        f"{RAPID}/korean.jpg",
        _of("Hang", "베이징 차오양, 디지털 기술로 농업 새로운 발전 이끌어"),
        ("베이징", "디지털"),
    ),
    Truth(
        f"{RAPID}/latin.jpg",
        _of("Latn", "Alphabetum in mundo hodie frequentissime adhibitum est alphabetum Latinum."),
        ("Alphabetum",),
    ),
    Truth(
        f"{RAPID}/return_word_debug.jpg",
        _of("Hani", "轻运动健身会所", "24H 专业健身[本座 3F]"),
        ("027-88852022", "027-88859022"),
        complete=False,
    ),
    Truth(f"{RAPID}/short.png", _of("Hani", "中国网络空间安全"), ()),
    Truth(f"{RAPID}/ta.png", _of("Taml", "இன்னைக்கு வானிலை ரொம்ப நல்லா இருக்கு."), ("வானிலை",)),
    Truth(f"{RAPID}/te.png", _of("Telu", "ఈరోజు వాతావరణం చాలా బాగుంది."), ("వాతావరణం",)),
    Truth(
        f"{RAPID}/test_letterbox_like.jpg",
        _of(
            "Hani",
            "A: :取决于所使用的执行提供者，它可能没有完全支持模型中的所有操作。"
            "回落到CPU操作可能会导致性能速度的下降。此外，即使一个操作是由CUDA execution",
            "provider实现的，由于性能的原因，它也不一定会把操作分配/放置到CUDA EP上。"
            "要想看到ORT决定的位置，请打开verbose日志并查看控制台的输出。",
        ),
        ("CUDA",),
    ),
    Truth(f"{RAPID}/test_without_det.jpg", _of("Hani", "在中国作家协会第三届儿童文学"), ("中国作家协会",)),
    Truth(f"{RAPID}/text_cls.jpg", _of("Hani", "怪我咯"), ()),
    Truth(f"{RAPID}/text_det.jpg", _POSTER, ("强力去污", "假一赔十"), complete=False),
    Truth(f"{RAPID}/text_rec.jpg", _of("Hani", "韩国小馆"), ("韩国小馆",)),
    Truth(
        f"{RAPID}/text_vertical_words.png",
        _of("Hani", "有評是是非非之士師也", "是非不得問之人要取之", "已取之時不參一人見而"),
        ("非非之士",),
    ),
    Truth(
        f"{RAPID}/th_rec.jpg", _of("Thai", "การแพทย์แผนจีนช่วยให้เด็กสมองพิการในคาซัคสถานกลับมาเดินได้"), ("การแพทย์",)
    ),
    Truth(f"{RAPID}/white_font_color_transparent.png", _of("Hani", "我是中国人"), ()),
)
