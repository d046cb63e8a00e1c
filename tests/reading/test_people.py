"""People, roles and entries of small invented texts in the layouts that human-rights reports use."""
# ruff: noqa: E501 (a paragraph of a test text is one line)

from __future__ import annotations

from dataclasses import dataclass

import pytest

from habeas.evidence.document import Document
from habeas.reading.context import Context
from habeas.reading.pipeline import prepare


@dataclass(frozen=True)
class Case:
    """A text and who is in it: main name -> role, and the people of each entry. `subject` is checked, other roles are not."""

    name: str
    text: str
    subjects: tuple[str, ...]
    others: tuple[str, ...] = ()
    entries: tuple[tuple[str, ...], ...] = ()


def context(text: str) -> Context:
    return prepare(Document.from_bytes(text.encode()))


CASES = (
    Case(
        "cards with fields",
        """Cards of political prisoners

Name: Uladzislau Karpovich
Date of birth: 12 May 1984
Date of arrest: 3 March 2021
Charge: Part 1 of Article 342 of the Criminal Code
Sentence: 4 years in a general-security penal colony
Judge: Alena Mironchyk

Name: Hanna Zialko
Date of birth: 1 July 1990
Date of arrest: 9 November 2020
Charge: Article 369 of the Criminal Code
Sentence: 2 years of restriction of liberty
""",
        ("Uladzislau Karpovich", "Hanna Zialko"),
        ("Alena Mironchyk",),
        (("Uladzislau Karpovich",), ("Hanna Zialko",)),
    ),
    Case(
        "numbered, family name first",
        """List of persons in detention

1. Sadovnikov Pyotr Andreyevich, born 1971, a teacher from Tomsk. Arrested on 4 May 2022. Sentenced to six years.

2. Gaynutdinova Alsu Rinatovna, born 1988, an accountant. Under house arrest since 1 June 2022.

3. Brodskaya Inna, a pensioner. Fined in 2021; the prosecutor Viktor Lomakin demanded three years in prison.
""",
        ("Sadovnikov Pyotr Andreyevich", "Gaynutdinova Alsu Rinatovna", "Brodskaya Inna"),
        ("Viktor Lomakin",),
        (("Sadovnikov Pyotr Andreyevich",), ("Gaynutdinova Alsu Rinatovna",), ("Brodskaya Inna",)),
    ),
    Case(
        "government prose in fixed width",
        """On March 3, security forces detained human rights lawyer Hossam el-
Shennawy at his office in Giza.  Authorities released el-Shennawy in April
without charge.  In May a terrorism court sentenced activist Doaa Khalifa and
researcher Amr Abd el-Latif to five years in prison for "spreading false
news."  The Minister of Interior, Mahmoud Farid Tawfik, denied the reports.
The National Council for Human Rights visited the Wadi al-Natroun prison in
September, according to its president, Moushira Hegazy.  In December Khalifa
was transferred to the Tenth of Ramadan prison.
""",
        ("Hossam el-Shennawy", "Doaa Khalifa", "Amr Abd el-Latif"),
        ("Mahmoud Farid Tawfik", "Moushira Hegazy"),
    ),
    Case(
        "bold and patronymics",
        """## A. Journalists and bloggers

1. **Elshad Rahimli Vaqif oglu**

*Date of detention: 20 November 2023*

*Charge: Article 206.3.2 of the Criminal Code*

Rahimli is the director of an online channel. On 21 November the Khatai District Court placed him in pre-trial detention.

2. **Sevinj Talibova Natig qizi**

*Date of detention: 13 January 2024*

Talibova was arrested at Heydar Aliyev airport. Judge Sulhana Hajizada extended her detention.
""",
        ("Elshad Rahimli Vaqif oglu", "Sevinj Talibova Natig qizi"),
        ("Sulhana Hajizada",),
        (("Elshad Rahimli Vaqif oglu",), ("Sevinj Talibova Natig qizi",)),
    ),
    Case(
        "Turkish press freedom prose",
        """An Istanbul court on Tuesday convicted journalist Ümit Çelikkaya of "insulting the president". Çelikkaya's lawyer, Aslı
Demirtaş, said that she would appeal. The Contemporary Lawyers' Association and Reporters Without Borders condemned the verdict.

Two other reporters, Zehra Oğuz and Ferhat Kılınç, have been in Silivri Prison since June. Interior Minister Tahsin Akbulut has
accused Oğuz of links with an outlawed group.
""",
        ("Ümit Çelikkaya", "Zehra Oğuz", "Ferhat Kılınç"),
        ("Aslı Demirtaş", "Tahsin Akbulut"),
    ),
    Case(
        "Uyghur and Chinese names",
        """The Urumqi Intermediate People's Court sentenced Memet Tursun, a Uyghur folklorist, to 14 years. His daughter Rahile
Memet, who lives in Norway, learned of it in 2021. Rights lawyer Zhao Wenqing was detained in Beijing after he had tweeted about
Tursun. Zhao has not been allowed to meet counsel. A spokesman for the Foreign Ministry, Geng Shuai, refused to comment.
""",
        ("Memet Tursun", "Zhao Wenqing"),
        ("Rahile Memet", "Geng Shuai"),
    ),
    Case(
        "Iran, ages in brackets",
        """Behnam Sharifzadeh (34), a Kurdish teacher from Marivan, was arrested by agents of the Ministry of Intelligence on 2 March.

Farzaneh Moradpour (27), a student at the University of Tehran, was sentenced to two years in prison by Branch 26 of the
Revolutionary Court, presided over by Judge Iman Bahmani.

Keyvan Rostami, Arash Ghaderi and Nasim Jalilian, all members of the teachers' union, are held in Evin Prison.
""",
        ("Behnam Sharifzadeh", "Farzaneh Moradpour", "Keyvan Rostami", "Arash Ghaderi", "Nasim Jalilian"),
        ("Iman Bahmani",),
    ),
    Case(
        "headings in capitals",
        """CASES OF CONCERN

MYKOLA HORBENKO

A farmer from the Kherson region. Russian forces abducted him on 12 April 2022; since then Horbenko has been held in Simferopol.

SEIRAN ABLAMITOV

A citizen journalist of Crimean Solidarity. A military court in Rostov-on-Don sentenced Ablamitov to 13 years in a strict-regime colony.
""",
        ("MYKOLA HORBENKO", "SEIRAN ABLAMITOV"),
        (),
        (("MYKOLA HORBENKO",), ("SEIRAN ABLAMITOV",)),
    ),
    Case(
        "headings in Markdown",
        """# Prisoners of conscience in 2023

## Irma Gelashvili

Gelashvili edited a newspaper in Kutaisi. In May 2023 she was sentenced to three years and six months.

## Tornike and Levan Bregadze

The brothers were detained on 9 March 2023 near the parliament. Levan was released on bail in April; Tornike remains in custody.
""",
        ("Irma Gelashvili", "Levan Bregadze", "Tornike Bregadze"),
        (),
        (("Irma Gelashvili",), ("Tornike Bregadze", "Levan Bregadze")),
    ),
    Case(
        "bullets with a colon",
        """The following people remain behind bars:

- Nguyen Thi Hanh: environmental activist, arrested in 2021, serving five years.
- Tran Quoc Bao: blogger, arrested in 2019, serving eleven years.
- Pastor Y Khen Eban: convicted of "undermining national unity", serving eight years.
""",
        ("Nguyen Thi Hanh", "Tran Quoc Bao", "Y Khen Eban"),
        (),
        (("Nguyen Thi Hanh",), ("Tran Quoc Bao",), ("Y Khen Eban",)),
    ),
    Case(
        "encyclopedia",
        """Ruslan Maratovich Shaikhullin (born 3 May 1985) is a Russian politician. He headed the Kazan office of the Open Russia
movement until 2021. Shaikhullin was arrested in August 2022 and charged under Article 207.3 of the Criminal Code.

On 9 March 2023 the Vakhitovsky District Court sentenced Shaikhullin to 7 years. His wife Albina Shaikhullina called the verdict
unjust. Amnesty International recognised him as a prisoner of conscience.
""",
        ("Ruslan Maratovich Shaikhullin",),
        ("Albina Shaikhullina",),
        (("Ruslan Maratovich Shaikhullin",),),
    ),
    Case(
        "Latin America",
        """State security agents arrested opposition leader José Luis Valderrama and student organiser María Fernanda Ochoa in
Matagalpa on 5 June. Judge Félix Rendón of the Ninth District Criminal Court ordered 90 days of pre-trial detention for Valderrama.
Ochoa was exiled to the United States in February. The Inter-American Commission on Human Rights granted them precautionary measures.
""",
        ("José Luis Valderrama", "María Fernanda Ochoa"),
        ("Félix Rendón",),
    ),
    Case(
        "table rows",
        """Prisoners of conscience on the first day of the year

| No | Name | Date of arrest | Article | Sentence |
|----|------|----------------|---------|----------|
| 1 | Anvar Saidmuradov | 12 March 2022 | 307 | 8 years |
| 2 | Zebo Rahmatova | 3 June 2022 | 189 | 5 years |
""",
        ("Anvar Saidmuradov", "Zebo Rahmatova"),
        (),
        (("Anvar Saidmuradov",), ("Zebo Rahmatova",)),
    ),
    Case(
        "headings that say case",
        """2. Individual cases

2.1. The case of Nodira Karimjonova

Ms Karimjonova is a teacher in Khujand. On 4 May 2021 she was arrested on charges of extremism.

2.2. Case against Bobur Yusupzoda and others

Bobur Yusupzoda, Ismat Haqnazar and Dilshod Safarov were tried in July 2021. Judge Rustam Olimi sentenced Yusupzoda to 9 years.
""",
        ("Nodira Karimjonova", "Bobur Yusupzoda", "Ismat Haqnazar", "Dilshod Safarov"),
        ("Rustam Olimi",),
        (("Nodira Karimjonova",), ("Bobur Yusupzoda",)),
    ),
    Case(
        "a name, a full stop, a description",
        """Updates on prisoners

Yury Kondratov. A historian from Karelia. Sentenced to 15 years.

Alevtina Sirotina. A manager from Perm. Sent to compulsory treatment; her lawyer, Fyodor Belkin, has appealed.
""",
        ("Yury Kondratov", "Alevtina Sirotina"),
        ("Fyodor Belkin",),
        (("Yury Kondratov",), ("Alevtina Sirotina",)),
    ),
    Case(
        "a press release",
        """A court in the capital has sentenced Gleb Arsentyev, a veteran human rights defender, to two years in prison, the
Committee for Free Speech said today. "This case is a travesty," said Tanya Lokwood, associate director of the Committee.

Others convicted on the same charge include Semyon Raskatov, a single father, and Varvara Lisina, an artist. President Oleg
Dubrovin signed the law two years ago. Arsentyev was arrested together with his brother Kirill Arsentyev.
""",
        ("Gleb Arsentyev", "Semyon Raskatov", "Varvara Lisina", "Kirill Arsentyev"),
        ("Tanya Lokwood", "Oleg Dubrovin"),
    ),
    Case(
        "organisations, places and things are nobody",
        """The Heydar Aliyev airport, the Nazarbayev University, Radio Svoboda, the Magnitsky Act and the Sakharov Prize are named after
people. The Supreme Court of the Republic and the Ministry of Internal Affairs did not reply. On the Turkish side nobody was hurt.
Human Rights Watch, the Helsinki Foundation and the newspaper Novaya Gazeta condemned the Law on Public Assemblies.
""",
        (),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_finds_the_people(case: Case) -> None:
    people = context(case.text).people
    assert sorted(p.name for p in people.persons) == sorted(case.subjects + case.others)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_finds_the_persecuted(case: Case) -> None:
    people = context(case.text).people
    assert sorted(p.name for p in people.persons if p.role == "subject") == sorted(case.subjects)


@pytest.mark.parametrize("case", [c for c in CASES if c.entries], ids=lambda c: c.name)
def test_finds_the_entries(case: Case) -> None:
    people = context(case.text).people
    assert tuple(tuple(people.name(p) for p in e.people) for e in people.entries) == case.entries
