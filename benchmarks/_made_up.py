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
    own = range(number % len(PLACES) or len(PLACES), count + 1, len(PLACES))
    head = [
        f"ỦY BAN NHÂN DÂN\nTỈNH {place.upper()}",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        f"Số: {number}/KH-UBND",
        f"{place}, ngày {_day(number)} tháng {_month(number)} năm 2025",
        "KẾ HOẠCH",
        "Thực hiện Quy định số 132-QĐ/TW ngày 27/10/2023 của Bộ Chính trị về kiểm soát quyền lực",
        "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
        "I. NỘI DUNG",
    ]
    words = WORDS_PER_DOCUMENT // SECTIONS
    sections = [_section(chance, index, words, place, own) for index in range(1, SECTIONS + 1)]
    return "\n\n".join([*head, *sections, "Nơi nhận:\n- Như trên;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"]) + "\n"


def _section(chance: random.Random, index: int, words: int, place: str, own: range) -> str:
    """A task: what is to be done and why, sometimes on what basis, and who does it by when."""
    sentences = [f"{index}. {chance.choice(TASKS).capitalize()}"]
    while sum(len(sentence.split()) for sentence in sentences) < words:
        sentences.append(f"Việc {chance.choice(TASKS)} nhằm {chance.choice(TASKS)}.")
        if chance.random() < CITING:
            article, cited = chance.randint(1, 15), chance.choice(own)
            plan = (
                f"Kế hoạch số {cited}/KH-UBND ngày {_day(cited)}/{_month(cited)}/2025 của Ủy ban nhân dân tỉnh {place}"
            )
            sentences.append(f"Thực hiện theo điểm a khoản 2 Điều {article} Quy định số 132-QĐ/TW và {plan}.")
    lead, others = chance.choice(BODIES), ", ".join(sorted(set(chance.choices(BODIES, k=3))))
    by = f"{chance.randint(1, 28)}/{chance.randint(1, 12)}/2026"
    assigned = f"Phân công thực hiện: {lead} chủ trì, phối hợp với {others}. Hoàn thành trước ngày {by}."
    return f"{sentences[0]}\n\n{' '.join(sentences[1:])}\n\n{assigned}"


def _day(number: int) -> int:
    return number % 28 + 1


def _month(number: int) -> int:
    return number % 12 + 1
