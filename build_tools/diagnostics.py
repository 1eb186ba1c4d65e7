"""Every observation that the program can make about a document: its weight, its sentence, its advice.

A stage reports a `model.findings.Diagnostic` with a code of this table and the arguments that the sentence names.
The sentence is made here, in the user's language. One row per code; the words are marked for translation.
"""

from __future__ import annotations

import re

from msgspec import Struct

from build_tools.errors import PhobienError
from build_tools.i18n import N_, _
from build_tools.model.findings import Diagnostic, RemovedReason, Severity

_UNFIT = re.compile("[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+")


class Row(Struct, frozen=True):
    """One kind of observation: `message` says what was seen and what was assumed, `advice` what to do (if anything)."""

    severity: Severity
    message: str
    advice: str


INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR
NOTHING_TO_DO = N_("Nothing to do.")

REMOVED: dict[RemovedReason, str] = {
    RemovedReason.PAGE_NUMBER: N_("page number"),
    RemovedReason.RUNNING_HEADER: N_("running header"),
    RemovedReason.RUNNING_FOOTER: N_("running footer"),
    RemovedReason.WATERMARK: N_("watermark"),
    RemovedReason.SIGNATURE_STAMP: N_("stamp of an electronic signature"),
    RemovedReason.RECEIPT_STAMP: N_("stamp of the office that received the paper"),
    RemovedReason.SITE_CHROME: N_("menus of the web page"),
    RemovedReason.ACTIVE_CONTENT: N_("program code"),
    RemovedReason.HIDDEN_TEXT: N_("hidden text"),
    RemovedReason.SPECK: N_("speck on the scan"),
    RemovedReason.INVISIBLE_CHARACTER: N_("invisible character"),
    RemovedReason.IMAGE: N_("words for a picture"),
}
"""What kind of words a removal took out of the text."""

MACHINE_READ = frozenset(("machine-read", "machine-read-elsewhere"))
"""The codes that say that words come from character recognition; a reader of the page is told too."""

CATALOGUE: dict[str, Row] = {
    # --- source_texts/ and document.yml -----------------------------------------------------------------------------
    "no-library": Row(
        ERROR,
        N_("No library lies here: there is no folder with source_texts/ and mkdocs.yml."),
        N_("Go into the library's folder, or make one with: phobien init DIR"),
    ),
    "secrecy-stamp": Row(
        ERROR,
        N_("The text bears the secrecy stamp “{stamp}”. Nothing was built."),
        N_("Take the document out of source_texts/; such papers are not handled with this program."),
    ),
    "no-such-file": Row(ERROR, N_("There is no such file."), N_("Check the name.")),
    "no-such-document": Row(
        ERROR,
        N_("Neither a file nor a document of the library has this name."),
        N_("Give a path, or an id such as hai-phong/251-kh-ubnd-2026."),
    ),
    "no-decisions": Row(
        ERROR,
        N_("The folder has no document.yml, so nothing is known about its edition; it was left out."),
        N_("Import the file with: phobien add FILE"),
    ),
    "decisions-too-big": Row(
        ERROR,
        N_("The file is {size} KB large; decisions need a few lines only."),
        N_("Check that it is the right file."),
    ),
    "decisions-not-utf8": Row(ERROR, N_("The file is not UTF-8 text."), N_("Save it as UTF-8.")),
    "decisions-alias": Row(
        ERROR,
        N_("The file uses YAML anchors and aliases (& and *), which are not allowed here."),
        N_("Write the values out."),
    ),
    "decisions-broken": Row(
        ERROR,
        N_("This line, or the one before it, does not have the form of “key: value”."),
        N_("Correct this line; the colon needs a space after it, and nested lines are indented by spaces."),
    ),
    "decisions-tab": Row(
        ERROR, N_("A tab stands where only spaces may."), N_("Replace the tab in this line by spaces.")
    ),
    "decisions-unclosed": Row(
        ERROR,
        N_("A bracket or a quotation mark is opened and not closed."),
        N_("Close it on the line where it begins, somewhere above."),
    ),
    "decisions-tag": Row(
        ERROR,
        N_("A value begins with “!”, which gives it another meaning; that is not allowed here."),
        N_("Put the value in quotation marks."),
    ),
    "decisions-second": Row(
        ERROR, N_("The file holds a second part behind a line “---”."), N_("Leave one part, and delete the line “---”.")
    ),
    "decisions-missing-key": Row(
        ERROR, N_("Under “{key}” the line “{value}:” is missing."), N_("Add it, with its value.")
    ),
    "decisions-unknown-value": Row(
        ERROR,
        N_("“{value}” is none of the values that “{key}” can have."),
        N_("Write one of those that the comments name."),
    ),
    "decisions-bad-value": Row(
        ERROR, N_("“{value}” is no date that the calendar has, or no number."), N_("Correct the value.")
    ),
    "decisions-bad-character": Row(
        ERROR, N_("The file holds a character ({character}) that a text cannot hold."), N_("Delete it in this line.")
    ),
    "decisions-too-deep": Row(
        ERROR, N_("The file nests brackets or lists too deeply."), N_("Check that it is the right file.")
    ),
    "decisions-unknown-key": Row(ERROR, N_("Unknown key “{key}”."), N_("Did you mean: {suggestion}?")),
    "decisions-invalid": Row(
        ERROR,
        N_("What stands under “{key}” is not of the right kind."),
        N_("Write text in quotation marks, a date as 2026-01-31, a number in digits, further lines indented below."),
    ),
    "symlink": Row(
        ERROR, N_("This is a link to another place; links are not followed."), N_("Put the file itself here.")
    ),
    "stray-file": Row(
        ERROR, N_("The file lies outside a document's folder; it was left out."), N_("Import it with: phobien add FILE")
    ),
    "extra-file": Row(
        ERROR,
        N_("The folder holds one document, and this is a second file; it was left out."),
        N_("Import it with phobien add, or remove it."),
    ),
    "bad-folder-name": Row(
        ERROR,
        N_(
            "A document's folder is named place/name in small letters without accents, digits and hyphens; this one was left out."
        ),
        N_("Rename the folder, for example hai-phong/251-kh-ubnd-2026."),
    ),
    "folder-name-too-long": Row(
        ERROR,
        N_(
            "The folder's name is longer than {limit} characters, too long for Windows once the site is unzipped; it was left out."
        ),
        N_("Choose a shorter name."),
    ),
    "duplicate-id": Row(
        ERROR,
        N_("Two documents have one id: “{id}” is taken by {other}; this one was left out."),
        N_("Rename one of the folders."),
    ),
    "duplicate-document": Row(
        ERROR,
        N_("This is the same document as {other}; only that one was published."),
        N_("Keep one of the two, or correct the number, date or place that was read."),
    ),
    "id-taken": Row(ERROR, N_("The folder {id} already exists."), N_("Choose another one with --id PLACE/NAME.")),
    "received-missing": Row(
        ERROR, N_("The received file “{name}” is not in the folder."), N_("Put it back, or correct received: file.")
    ),
    "two-received-files": Row(
        ERROR,
        N_(
            "Two documents have one id: the folder holds several files ({names}) and document.yml does not say which one is the document."
        ),
        N_("Name it in received: file, and import the other with phobien add."),
    ),
    "received-changed": Row(
        ERROR,
        N_("The received file is not the one that was imported (its SHA-256 differs); it was left out."),
        N_("Put the original back, or import the changed file anew with phobien add."),
    ),
    "secret-not-imported": Row(
        ERROR,
        N_("The text bears the secrecy stamp “{stamp}”; it was not imported."),
        N_("Such papers are not handled with this program, nor on a machine that is online."),
    ),
    "recognised-changed": Row(
        ERROR,
        N_(
            "The words recognised in the scan are not those that were imported (their SHA-256 differs); it was left out."
        ),
        N_("Put recognised.tsv back as it was; misread words are corrected in document.yml. Or import the file anew."),
    ),
    "words-lost": Row(
        ERROR,
        N_(
            "A word would be lost or changed: the received file has “{expected}” where the page would have “{found}”. The document was left out."
        ),
        N_("Please report this line; until then the original can be handed on."),
    ),
    "internal-stop": Row(
        ERROR,
        N_("The program itself failed ({problem}); nothing was replaced."),
        N_("Please report it; PHOBIEN_DEBUG=1 shows where."),
    ),
    "internal-fault": Row(
        ERROR,
        N_("The program failed on this file ({problem}); it was left out, the others were not touched."),
        N_("Please report it with the file, if it may be handed on."),
    ),
    "correction-count": Row(
        ERROR,
        N_(
            "The correction of “{find}” was not applied: document.yml expects it {expected} times, the text has it {found} times."
        ),
        N_("Look at the text again and correct the count in document.yml."),
    ),
    "correction-overlap": Row(
        WARNING,
        N_("The correction of “{find}” was not applied here: another correction covers the place."),
        N_("Make one correction of the two."),
    ),
    "known-date-unreadable": Row(
        WARNING,
        N_("document.yml gives the date “{value}”, which is no date; it was not used."),
        N_("Write it as YYYY-MM-DD."),
    ),
    "known-from-editor": Row(
        INFO, N_("The text does not say its {field}; the editor gives “{value}”: {reason}"), NOTHING_TO_DO
    ),
    "review-lapsed": Row(
        WARNING,
        N_("The review by {by} was of another text; it counts no longer."),
        N_("Compare the page with the original again and record the new review."),
    ),
    "withheld-internal": Row(INFO, N_("belongs to the internal edition."), N_("To publish it: edition: public")),
    "withheld-restricted": Row(
        INFO,
        N_("bears a mark that forbids distribution: “{mark}”."),
        N_(
            "It stays out of the public edition unless someone entitled to it clears this exact text: clearance with by, on, basis and sha256: {sha256} in {decisions}."
        ),
    ),
    "withheld-clearance-lapsed": Row(
        WARNING,
        N_("bears a mark that forbids distribution (“{mark}”), and the clearance on record is for another text."),
        N_("Record a clearance for sha256: {sha256} in {decisions}."),
    ),
    # --- readers ----------------------------------------------------------------------------------------------------
    "file-unreadable": Row(
        ERROR,
        N_("The file cannot be opened: {reason}."),
        N_("Check that the file is there and that you may read it."),
    ),
    "file-empty": Row(
        ERROR,
        N_("The file holds no text."),
        N_("Ask the sender for the document again; if it is a scan, have its text recognised first."),
    ),
    "document-too-long": Row(
        ERROR,
        N_("The text has {characters} characters; the limit for one document is {limit}."),
        N_("Check that it is one document; parts of a long one can be added one by one."),
    ),
    "file-too-large": Row(
        ERROR,
        N_("The file is {size} MB large; the limit is {limit} MB."),
        N_("Split the document, or leave out pictures."),
    ),
    "format-unsupported": Row(
        ERROR,
        N_("The file is of the kind “{format}”, which cannot be read."),
        N_("Save it as Word (.docx), PDF with a text layer, HTML, Markdown or plain text, and add that."),
    ),
    "format-picture": Row(
        ERROR,
        N_("The file is a picture ({format}), not a document."),
        N_("Put the pictures of all pages into one PDF, in order, and add that; its text is then recognised."),
    ),
    "format-archive": Row(
        ERROR, N_("The file is a packed folder ({format})."), N_("Unpack it, and add the files in it.")
    ),
    "text-cut-off": Row(
        ERROR,
        N_("The text ends in the middle of a letter: the file was cut off."),
        N_("Ask the sender for the file again."),
    ),
    "pdf-cut-off": Row(ERROR, N_("The PDF was cut off: its end is missing."), N_("Ask the sender for the file again.")),
    "invalid-encoding": Row(
        ERROR,
        N_("The bytes here are not text in {encoding}, nor in an old Vietnamese encoding that can be recognised."),
        N_("Open the file in the program it was written with and save it as UTF-8."),
    ),
    "nul-bytes": Row(
        ERROR,
        N_("The file has zero bytes, so it is not plain text."),
        N_("Check that it is the right file; open it in the program it was written with and save it as UTF-8 text."),
    ),
    "markdown-too-deep": Row(
        WARNING,
        N_("Lists are nested deeper than any document means; the file was read as plain text."),
        N_("Check the page against the received file."),
    ),
    "file-damaged": Row(
        ERROR,
        N_("The {format} file is damaged or was cut off: {reason}."),
        N_("Ask the sender for the file again."),
    ),
    "file-encrypted": Row(
        ERROR,
        N_("The {format} file is locked with a password."),
        N_("Open it with the password, save a copy without one, and add that."),
    ),
    "package-unsafe": Row(
        ERROR,
        N_("The file is built as no honest program builds it ({reason}); it was not opened further."),
        N_("Do not open it. Ask the sender how it was made, and for a PDF of the document."),
    ),
    "word-tracked-changes": Row(
        ERROR,
        N_("The Word file holds {count} tracked changes that nobody has accepted or rejected: its wording is open."),
        N_("Accept or reject all changes in Word (Review, Accept all), save, and add the file again."),
    ),
    "word-comments": Row(
        ERROR,
        N_("The Word file holds {count} comments: it is a draft."),
        N_("Resolve and delete the comments in Word, save, and add the file again."),
    ),
    "file-macros": Row(
        ERROR,
        N_("The file holds programs (macros), which would be handed on with it."),
        N_("Open it in Word, save it without macros (as .docx), and add that."),
    ),
    "word-foreign-parts": Row(
        ERROR,
        N_("The Word file holds {count} parts that are whole files of another format; only Word can show their text."),
        N_("Open it in Word, save it once more as Word document (.docx), and add that."),
    ),
    "word-objects": Row(
        WARNING,
        N_(
            "{count} formulas or sheets of other programs stand in the Word file (the first here); their text is missing."
        ),
        N_("Compare with the original; in Word, put text or tables in their place, and add the file again."),
    ),
    "word-pictures": Row(
        WARNING,
        N_("{count} pictures stand in the Word file (the first here); text in them is missing."),
        N_("Compare with the original; ask the sender for the text of pictures that hold some."),
    ),
    "pdf-scan": Row(
        ERROR,
        N_("The PDF is a scan: none of its {pages} pages holds text, and no character recognition is installed here."),
        N_(
            "Install Tesseract with Vietnamese (Debian, Ubuntu: apt install tesseract-ocr tesseract-ocr-vie; Windows: its installer, with Vietnamese ticked) and add the file again."
        ),
    ),
    "pdf-page-without-text": Row(
        WARNING, N_("Page {page} of the PDF is empty."), N_("Look at the page in the original.")
    ),
    "pdf-page-picture": Row(
        WARNING,
        N_("Page {page} of the PDF is a picture; text in the picture is missing here."),
        N_(
            "Install Tesseract with Vietnamese (Debian, Ubuntu: apt install tesseract-ocr tesseract-ocr-vie; Windows: its installer, with Vietnamese ticked) and add the file again."
        ),
    ),
    "recognition-failed": Row(
        ERROR,
        N_("The character recognition broke down on page {page}: {reason}."),
        N_("Ask the sender for the document as Word file or as PDF with a text layer."),
    ),
    "machine-read": Row(
        WARNING,
        N_("Pages {pages} are scans, read by machine ({by}); mean confidence {confidence} %."),
        N_("Compare with the original word by word; correct misread words under corrections: in document.yml."),
    ),
    "machine-read-elsewhere": Row(
        WARNING,
        N_("Pages {pages} are scans; their text was recognised by another program, which did not say how sure it was."),
        N_("Compare with the original word by word; correct misread words under corrections: in document.yml."),
    ),
    "machine-read-doubtful": Row(
        WARNING,
        N_("Read by machine and doubtful (page {page}): {words}"),
        N_("Compare these words with the original."),
    ),
    "pdf-added-text": Row(
        INFO,
        N_("On page {page} of the PDF, text was typed over the page or into a form: “{text}”."),
        N_("Check its place on the page."),
    ),
    "pdf-active-content": Row(
        ERROR,
        N_("The PDF carries {scripts} scripts and {attached} attached files, which would be published with it."),
        N_("Print it to a new PDF, and add that."),
    ),
    "too-many-pages": Row(
        ERROR,
        N_("The file claims {pages} pages; the limit is {limit}."),
        N_("Check that it is the right file, or split it."),
    ),
    "libreoffice-missing": Row(
        ERROR,
        N_("Files of the kind {format} are read through LibreOffice, which is not installed here."),
        N_(
            "Install LibreOffice (libreoffice.org; Debian, Ubuntu: apt install libreoffice-writer-nogui), or save the document as .docx in Word and add that."
        ),
    ),
    "libreoffice-failed": Row(
        ERROR,
        N_("LibreOffice could not open the file: {reason}."),
        N_("Open the file in Word or LibreOffice, save it as .docx, and add that."),
    ),
    "reader-too-slow": Row(
        ERROR,
        N_("Reading the file took longer than {seconds} seconds and was stopped."),
        N_("Check that it is the right file; ask the sender for another format."),
    ),
    "reader-too-hungry": Row(
        ERROR,
        N_("Reading the file would take more than {limit} MB of memory and was stopped."),
        N_("Check that it is the right file; ask the sender for another format."),
    ),
    "reader-died": Row(
        ERROR,
        N_("The reader of this format broke down on the file (status {status})."),
        N_("Ask the sender for another format, and report the file to the people who maintain this program."),
    ),
    "html-too-deep": Row(
        ERROR,
        N_("The elements of the page are nested deeper than any page means; the rest of it could not be read."),
        N_("Open the page in a browser, copy its text into Word, and add that."),
    ),
    "html-encoding-wrong": Row(
        INFO,
        N_("The page says that its encoding is {declared}, but its bytes are {found}; it was read as {found}."),
        NOTHING_TO_DO,
    ),
    "html-encoding-mixed": Row(
        WARNING,
        N_(
            "{count} letters of the page are not in UTF-8 like the rest (the first here); they were read as Windows-1258."
        ),
        N_("Look over the lines from here on."),
    ),
    "struck-out": Row(
        WARNING,
        N_(
            "{count} passages are struck out in the received file (the first here); on the page they stand like the rest."
        ),
        N_("Ask the sender whether they hold, and for a text without them if not."),
    ),
    "legacy-encoding": Row(
        WARNING,
        N_("The text is written in the old encoding {encoding}; it was turned into Unicode."),
        N_("Look over the page, above all words in capitals, which this encoding does not tell apart."),
    ),
    "legacy-passage": Row(
        WARNING,
        N_("{count} lines from here on were written in {encoding}, not in Unicode; they were converted."),
        N_("Look over these lines on the page, above all words in capitals."),
    ),
    "letters-lost": Row(
        WARNING,
        N_("{count} letters were lost before the file came here (the first in this line); a mark “�” stands for them."),
        N_("Ask the sender for the file again, in the form in which it was written."),
    ),
    # --- normalise --------------------------------------------------------------------------------------------------
    "eth-for-d": Row(
        INFO,
        N_("The letter Ð (eth) stands {count} times for Đ, as old programs wrote it; it was read as Đ."),
        NOTHING_TO_DO,
    ),
    "lookalike-letters": Row(
        INFO,
        N_("“{written}” is written with letters of another alphabet ({letters}); it was read as “{latin}”."),
        NOTHING_TO_DO,
    ),
    "lookalike-word": Row(
        WARNING,
        N_("“{written}” consists of letters of another alphabet ({letters}) that look like “{latin}”; it was left so."),
        N_("If “{latin}” is meant, correct it in document.yml, or no search and no link will find it."),
    ),
    "text-page-missing": Row(
        WARNING,
        N_(
            "{empty} of {pages} pages hold no text, only the head of the page: they were pictures, and nobody read them."
        ),
        N_("Compare with the original; if text is missing, add the PDF, or have these pages recognised."),
    ),
    "text-mostly-missing": Row(
        ERROR,
        N_("{empty} of {pages} pages hold no text, only the head of the page: the text of the document is missing."),
        N_("Add the PDF of the document, or ask the sender for a Word file, and delete this one."),
    ),
    "part-elsewhere": Row(
        WARNING,
        N_("The gazette printed this document in several issues, and this file holds only a part of it: “{line}”."),
        N_("Get the other issues too and put the parts together in one file, in their order, before you publish."),
    ),
    "split-syllable": Row(
        INFO,
        N_(
            "“{written}” has a space in the middle of a syllable; it was understood as “{whole}” and shown as received."
        ),
        NOTHING_TO_DO,
    ),
    # --- structure --------------------------------------------------------------------------------------------------
    "no-type": Row(
        WARNING,
        N_("No line names the type of the document; none was assumed."),
        N_("If you know the type, write it in document.yml with your reason."),
    ),
    "no-number": Row(
        WARNING,
        N_("The text does not say the document's number; none was assumed."),
        N_("If you know the number, write it in document.yml with your reason."),
    ),
    "no-date": Row(
        WARNING,
        N_("The text does not say the document's date; none was assumed."),
        N_("If you know the date, write it in document.yml with your reason."),
    ),
    "no-issuer": Row(
        WARNING,
        N_("The text does not say who issued the document."),
        N_("If you know the issuing body, write it in document.yml with your reason."),
    ),
    "no-place": Row(
        WARNING,
        N_("The text does not prove which province or city the issuing body belongs to; none was assumed."),
        N_("If you know the place, write it in document.yml with your reason."),
    ),
    "no-title": Row(
        WARNING,
        N_("No title was found below the type of the document."),
        N_("If the document has a title, write it in document.yml with your reason."),
    ),
    "no-signer": Row(INFO, N_("No signature was found in the text."), NOTHING_TO_DO),
    "reports-another-document": Row(
        INFO,
        N_("The text tells of another document and lays nothing down itself; it has no number or date of its own."),
        NOTHING_TO_DO,
    ),
    "secrecy-mark": Row(
        ERROR,
        N_("A stamp of secrecy stands in the text: {surface}"),
        N_("A secret document must not be published with this program. Remove it from the library."),
    ),
    "ownership-mark": Row(
        WARNING,
        N_("A mark in the text forbids to hand it on: {surface}"),
        N_("The document stays out of the public edition until document.yml records who cleared this text, and why."),
    ),
    "quotation-unclosed": Row(
        WARNING,
        N_(
            "A quotation opens here and never closes. It was taken to end where the numbering of this document goes on."
        ),
        N_("Compare with the original which units belong to the quoted act."),
    ),
    "number-gap": Row(
        INFO,
        N_("{label} follows {before}: a number is missing in between. The text was left as it is."),
        N_("Compare with the original: either the drafter skipped a number, or a unit was not recognised."),
    ),
    "number-repeated": Row(
        INFO,
        N_("{label} stands twice in one list. The second one has the id {unit}."),
        N_("Compare with the original: either the drafter repeated a number, or a unit was not recognised."),
    ),
    "number-backward": Row(
        INFO,
        N_("{label} follows {before} in one list. The text was left as it is."),
        N_("Compare with the original: a list inside the list may not have been recognised."),
    ),
    # --- annotate ---------------------------------------------------------------------------------------------------
    "symbol-variant": Row(INFO, N_("The symbol is written “{written}”; it was understood as {symbol}."), NOTHING_TO_DO),
    "impossible-deadline": Row(
        WARNING,
        N_("“{surface}” names a day, month or quarter that no calendar has; no date was taken from it."),
        N_("Compare with the original; if the text has a slip, correct it in document.yml."),
    ),
    "unknown-bearer": Row(
        INFO,
        N_("“{words}” is charged ({count} passages), but no role of the table bears this name; the words are kept."),
        N_("Nothing to do for the page. For a guide of its own, the name must come into the table of roles."),
    ),
    # --- resolve ----------------------------------------------------------------------------------------------------
    "matching-no-document": Row(
        WARNING,
        N_("The matching of tasks names a document that the library does not hold: {document}."),
        N_("Nearest name: {near}."),
    ),
    "matching-no-passage": Row(
        WARNING,
        N_("The matching of tasks names no passage of {document}."),
        N_(
            "Write the unit (`unit:`) or words that the task contains (`words:`), as the page of the family shows them."
        ),
    ),
    "matching-no-unit": Row(
        WARNING,
        N_("The matching of tasks names unit {unit} of {document}, which has no task there; the entry was left out."),
        N_("Copy the entry from the page of the family, or delete it."),
    ),
    "matching-words-gone": Row(
        WARNING,
        N_("The passage of {document} no longer says “{words}”; the entry on matching was left out."),
        N_("Read the passage again; correct the words or delete the entry."),
    ),
    "matching-several": Row(
        WARNING,
        N_("“{words}” stands in several tasks of {document} ({units}); the entry on matching was left out."),
        N_("Add the unit (`unit:`)."),
    ),
    "matching-one-task": Row(
        WARNING,
        N_("All passages of this entry on matching are one task; the entry was left out."),
        N_("Name passages of two units."),
    ),
    "matching-contradiction": Row(
        WARNING,
        N_("This entry joins tasks that line {other} keeps apart; it was left out."),
        N_("Delete one of the two."),
    ),
    "citation-ambiguous": Row(
        WARNING,
        N_("“{surface}” can mean several documents ({candidates}); it is not linked."),
        N_("If the text proves which one, a correction that adds its date or issuer makes the link."),
    ),
    "citation-issuer-open": Row(
        INFO,
        N_("“{surface}” does not say which body issued it; a document with that number is held, but is not linked."),
        NOTHING_TO_DO,
    ),
    "cited-date-differs": Row(
        WARNING,
        N_("“{surface}” is cited with the date {cited}, but {work} bears {held}."),
        N_("Compare both dates with the originals; one of them may be a slip, or another document is meant."),
    ),
    "cited-issuer-differs": Row(
        WARNING,
        N_("“{surface}” is cited as issued by {cited}, but {work} names {held}."),
        N_("Compare with the originals; one of them may be a slip, or another document is meant."),
    ),
    "same-document-twice": Row(
        WARNING,
        N_("{first} and {second} look like the same document ({symbol})."),
        N_("Keep one of the two, or correct the number, date or place of the wrong one in its document.yml."),
    ),
    "reference-dangling": Row(
        WARNING,
        N_("“{surface}” refers to a part that this document does not have."),
        N_("Compare with the original: either the reference or a label was misread, or the original is wrong."),
    ),
    "reference-unlettered": Row(
        WARNING,
        N_("“{surface}” refers to a lettered point, but the received text has no point a): its labels may be lost."),
        N_(
            "Compare with the original. Labels that a program numbered get lost in copies: use the original .docx file."
        ),
    ),
    "annex-not-received": Row(
        INFO,
        N_("The text refers to {annex} of this document, which the received file does not contain."),
        N_(
            "If the annex came as a file of its own, join the two before they are added; otherwise there is nothing to do."
        ),
    ),
    "reference-ambiguous": Row(
        INFO,
        N_("“{surface}” fits several parts of this document; it is not linked."),
        NOTHING_TO_DO,
    ),
    # --- render and publish -----------------------------------------------------------------------------------------
    "no-mkdocs-yml": Row(
        ERROR,
        N_("The folder {folder} has no mkdocs.yml, so it is not a library."),
        N_("Go to the library's folder, or make a new library: phobien init FOLDER."),
    ),
    "site-not-built": Row(
        ERROR,
        N_("The site could not be built: {reason}"),
        N_("The former site is as it was. Correct mkdocs.yml or the page that is named, and build again."),
    ),
    "site-warning": Row(WARNING, N_("While building the site: {reason}"), N_("Look at the page or setting named.")),
    "site-strict": Row(
        ERROR,
        N_("The strict build found {count} faults in the site; the first: {first}"),
        N_("The former site is as it was. Correct the faults, or build without --strict."),
    ),
    "outside-request": Row(
        ERROR,
        N_("The page {page} would load {address} from outside the site; the former site is as it was."),
        N_("Put the file into the library and name it by a relative address."),
    ),
    "broken-link": Row(
        ERROR,
        N_("The page {page} links to {address}, which is not in the site."),
        N_("Correct the link. Links must name a file (not a folder) by a relative address."),
    ),
    "broken-anchor": Row(
        ERROR,
        N_("The page {page} links to {address}; that page is there, but not the passage after the #."),
        N_("Correct the part after the #."),
    ),
    "path-too-long": Row(
        ERROR,
        N_("The file name {path} is longer than {longest} characters; Windows may fail to unpack it."),
        N_("Give the document a shorter folder name."),
    ),
    "path-illegal": Row(
        ERROR, N_("The file name {path} is not allowed on Windows or leaves the site."), N_("Rename the file.")
    ),
    "path-twice": Row(
        ERROR,
        N_("Two files would have the same name {path} (capitals do not count on Windows)."),
        N_("Rename one of them."),
    ),
    "folder-in-use": Row(
        ERROR,
        N_("The folder {folder} cannot be replaced: {reason}. It is as it was."),
        N_("Close the windows and programs that have files of this folder open, and try again."),
    ),
    "not-a-manifest": Row(
        ERROR, N_("This is not a manifest of a site: {reason}"), N_("Get the site or package again from its publisher.")
    ),
    "no-manifest": Row(
        ERROR,
        N_("{path} has no {manifest}, so it cannot be checked."),
        N_("Name the site's folder, or the package (.zip), or the folder it was unpacked to."),
    ),
    "nothing-to-verify": Row(ERROR, N_("There is nothing at {path}."), N_("Check the path.")),
    "broken-zip": Row(
        ERROR,
        N_("{path} cannot be read as a zip file: {reason}"),
        N_("Copy or download it again."),
    ),
    "key-exists": Row(
        ERROR, N_("There is a key already."), N_("Choose another name; a lost key cannot be made again.")
    ),
    "key-unreadable": Row(
        ERROR,
        N_("The key cannot be used: {reason}"),
        N_("Name an unencrypted PEM file with an Ed25519 or P-256 key."),
    ),
    "not-a-site": Row(
        ERROR,
        N_("The folder {folder} holds something that is not a site; nothing was published."),
        N_("Name an empty folder, a new one, or one that holds a site (with index.html)."),
    ),
    "site-not-verified": Row(
        ERROR,
        N_(
            "The site in {folder} differs from its manifest in {count} places (the first: {first}); it was not published."
        ),
        N_("Build it again."),
    ),
    "no-previous-site": Row(ERROR, N_("No earlier site is kept for {folder}."), NOTHING_TO_DO),
    "folders-overlap": Row(
        ERROR, N_("{folder} and {dest} lie in each other; nothing was published."), N_("Choose a folder elsewhere.")
    ),
    "folder-not-empty": Row(
        ERROR, N_("The folder {folder} is not empty; nothing was written."), N_("Name a new or an empty folder.")
    ),
    "port-taken": Row(
        ERROR, N_("The preview cannot use port {port}: {reason}"), N_("Choose another: phobien serve --port 8001.")
    ),
}


def severity(code: str) -> Severity:
    """The weight of a code; `KeyError` for one that has no row."""
    return CATALOGUE[code].severity


def message(item: Diagnostic | PhobienError) -> str:
    """The sentence for a diagnostic or an error, in the current language; one line, whatever it quotes."""
    return _(CATALOGUE[item.code].message).format_map(_on_one_line(item))


def advice(item: Diagnostic | PhobienError) -> str:
    """What to do about it, in the current language."""
    return _(CATALOGUE[item.code].advice).format_map(_on_one_line(item))


def _on_one_line(item: Diagnostic | PhobienError) -> dict[str, str]:
    """What the sentence quotes, without characters that end a line, turn its direction or command a terminal."""
    args = item.args if isinstance(item, Diagnostic) else item.args_by_name
    return {name: _UNFIT.sub(" ", value) for name, value in args.items()}
