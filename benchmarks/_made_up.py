"""Libraries of any size to measure with: made-up plans in the form of real ones, the same for the same seed."""

from __future__ import annotations

import random
from pathlib import Path

PLACES = ("hai-phong", "lao-cai", "an-giang", "ca-mau", "dong-nai", "gia-lai", "nghe-an", "quang-tri")
NAMES = ("Hải Phòng", "Lào Cai", "An Giang", "Cà Mau", "Đồng Nai", "Gia Lai", "Nghệ An", "Quảng Trị")
BODIES = (
    "Sở Tư pháp",
    "Công an tỉnh",
    "Thanh tra tỉnh",
    "Sở Nội vụ",
    "Ủy ban nhân dân cấp xã",
    "Viện kiểm sát nhân dân tỉnh",
    "Tòa án nhân dân tỉnh",
)
TASKS = (
    "tổ chức quán triệt, phổ biến nội dung của Quy định đến cán bộ, công chức, viên chức và người lao động",
    "rà soát, sửa đổi, bổ sung quy chế làm việc, quy trình nghiệp vụ trong hoạt động tố tụng, thi hành án",
    "tăng cường kiểm tra, giám sát, thanh tra, kịp thời phát hiện, xử lý nghiêm các hành vi vi phạm",
    "ứng dụng công nghệ thông tin, chuyển đổi số trong công tác điều tra, truy tố, xét xử, thi hành án",
    "công khai, minh bạch, thực hiện trách nhiệm giải trình theo quy định của pháp luật",
    "phối hợp chặt chẽ giữa các cơ quan bảo vệ pháp luật trong phát hiện, xử lý tham nhũng, tiêu cực",
    "đào tạo, bồi dưỡng nâng cao năng lực chuyên môn, phẩm chất đạo đức của đội ngũ cán bộ tư pháp",
)
WORDS_PER_DOCUMENT = 2000
SECTIONS = 12
CITING = 0.2  # of the sentences are followed by one that cites


def write_documents(source_texts: Path, count: int, seed: int = 1) -> None:
    """Write `count` plans, each citing a few of the others and giving tasks with deadlines; all public."""
    chance = random.Random(seed)
    for number in range(1, count + 1):
        place = number % len(PLACES)
        folder = source_texts / PLACES[place] / f"{number}-kh-ubnd-2025"
        folder.mkdir(parents=True)
        (folder / "source.txt").write_text(_plan(chance, number, NAMES[place], count), encoding="utf-8")
        (folder / "document.yml").write_text("edition: public\nreceived:\n  file: source.txt\n", encoding="utf-8")


def _plan(chance: random.Random, number: int, place: str, count: int) -> str:
    day, month = chance.randint(1, 28), chance.randint(1, 12)
    head = [
        f"ỦY BAN NHÂN DÂN\nTỈNH {place.upper()}",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        f"Số: {number}/KH-UBND",
        f"{place}, ngày {day} tháng {month} năm 2025",
        "KẾ HOẠCH",
        "Thực hiện Quy định số 132-QĐ/TW ngày 27/10/2023 của Bộ Chính trị về kiểm soát quyền lực",
        f"Căn cứ Kế hoạch số {chance.randint(1, count)}/KH-UBND; Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
        "I. NỘI DUNG",
    ]
    words = WORDS_PER_DOCUMENT // SECTIONS
    sections = [_section(chance, index, words, count) for index in range(1, SECTIONS + 1)]
    return "\n\n".join([*head, *sections, "Nơi nhận:\n- Như trên;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"]) + "\n"


def _section(chance: random.Random, index: int, words: int, count: int) -> str:
    sentences: list[str] = [f"{index}. {chance.choice(TASKS).capitalize()}"]
    while sum(len(sentence.split()) for sentence in sentences) < words:
        body, task = chance.choice(BODIES), chance.choice(TASKS)
        day, month = chance.randint(1, 28), chance.randint(1, 12)
        sentences.append(f"{body} có trách nhiệm {task}; hoàn thành trước ngày {day}/{month}/2026.")
        if chance.random() < CITING:
            article, cited = chance.randint(1, 15), chance.randint(1, count)
            basis = f"điểm a khoản 2 Điều {article} Quy định số 132-QĐ/TW và Kế hoạch số {cited}/KH-UBND"
            sentences.append(f"Thực hiện theo {basis}.")
    return sentences[0] + "\n\n" + " ".join(sentences[1:])
