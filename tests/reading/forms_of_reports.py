"""People, roles and entries of small invented texts in the forms of reports by many organisations: data of a test."""
# ruff: noqa: E501 (a paragraph of a test text is one line)

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A text, whom it calls persecuted, who else it names, whom nobody decides about, and how many entries it has."""

    name: str
    text: str
    subjects: frozenset[str]
    others: frozenset[str]
    either: frozenset[str]
    entries: int


TEXTS = (
    Text(
        "opinion of a UN body, a father with two of her names",
        """A/HRC/WGAD/2020/77

Opinions adopted by the Working Group on Arbitrary Detention at its eighty-ninth session, 23–27 November 2020

Opinion No. 77/2020 concerning Salim bin Rashid al-Ketbi and Maryam Suhail Obaid (Qasimia)

1. The Working Group on Arbitrary Detention was established in resolution 1991/42 of the Commission on Human Rights.

2. In accordance with its methods of work, on 8 June 2020 the Working Group transmitted to the Government of Qasimia a communication concerning Salim bin Rashid al-Ketbi and Maryam Suhail Obaid. The Government has not replied to the communication.

Submissions

Communication from the source

3. Salim bin Rashid al-Ketbi is a citizen of Qasimia, born in 1979. He is an economist and lecturer at the Emirate University.

4. Maryam Suhail Obaid, born in 1988, is a student of pharmacy. She is Mr. Al-Ketbi's cousin.

5. According to the source, on 14 March 2018, officers of the State Security Department arrested Mr. Al-Ketbi at his home in Dar al-Noor without a warrant. Ms. Obaid was arrested on 2 April 2018. Her father, Suhail Obaid, was told nothing for 41 days.

6. On 29 December 2018, the Federal Court of Appeal, presided over by Judge Hamad Fairuz, sentenced Mr. Al-Ketbi to ten years in prison under article 201 bis of the Penal Code, and Ms. Obaid to five years.

Discussion

7. The Working Group recalls Opinion No. 12/2014 concerning Yousef Darwish. It refers the case to the Special Rapporteur on torture.

Disposition

8. The deprivation of liberty of Salim bin Rashid al-Ketbi and Maryam Suhail Obaid, being in contravention of articles 9, 10 and 19 of the Universal Declaration of Human Rights, is arbitrary and falls within categories I, II and III.

[Adopted on 25 November 2020]
""",
        frozenset({"Maryam Suhail Obaid", "Salim bin Rashid al-Ketbi"}),
        frozenset({"Hamad Fairuz", "Suhail Obaid"}),
        frozenset({"Yousef Darwish"}),
        0,
    ),
    Text(
        "lines with dashes",
        """Sentenced for comments, first half of 2023
Status of the list: 30 June 2023

Name — article — sentence — date of the verdict

Kirill Pashutin — 280.3, part 1 — 2 years in a colony — 15 January 2023
Regina Minniakhmetova — 205.2, part 2 — fine of 300,000 rubles — 2 February 2023
Tamerlan Dzhioev — 354.1 — 1 year and 6 months, suspended — 9 March 2023
Oksana Vdovichenko-Lis — 207.3 — 5 years 6 months — 17 May 2023 (appeal pending)
Sisters Inna and Zoya Gracheva — 148 — 200 hours of compulsory work each — 1 June 2023

In addition: Pavel Sherstobitov (319; six months of correctional labour); Nurlan Begaliev (280; two years, suspended); Fr. Dionisy Kim (148; fined).

Notes
* Dzhioev: the prosecutor, Marina Lukina, asked for three years.
* Vdovichenko-Lis was defended by Roman Chertok.
""",
        frozenset({"Dionisy Kim", "Inna Gracheva", "Kirill Pashutin", "Nurlan Begaliev", "Oksana Vdovichenko-Lis", "Pavel Sherstobitov", "Regina Minniakhmetova", "Tamerlan Dzhioev", "Zoya Gracheva"}),
        frozenset({"Marina Lukina", "Roman Chertok"}),
        frozenset(),
        6,
    ),
    Text(
        "chapter of an annual report",
        """KARTOVIA

The authorities tightened their control over the media. At least 34 journalists were behind bars at the end of the year. Torture in custody went unpunished.

Freedom of expression

In February, a court in the capital sentenced Bekir Osmanaliev, founder of the news site Tan, to eight years in prison for "high treason". The newspaper's editor Dilbar Achilova and the cartoonist known as Shoro were tried in the same case; Achilova got three years' probation, Shoro was acquitted.

Imprisoned blogger Ruslan Toktogulov went on hunger strike in June to protest against solitary confinement. He had been serving a seven-year term since 2019. His wife, Meerim Toktogulova, was fined for picketing.

In July, President Almaz Sarybaev signed a law on "foreign representatives". The OSCE Representative on Freedom of the Media, Clara Svensson-Boe, called it a step backwards.

Torture and other ill-treatment

Student Adilet Murzakanov died in the Osh detention centre in May. An autopsy ordered by his family's lawyer, Gulnara Imashova, found 16 broken ribs. Two policemen, Sergeant Nurbek Karypov and Lieutenant Azat Dooronov, were charged with torture.

Human rights defenders

Azimkan Jusupov, who is serving a life sentence, was again denied medical care. The UN Human Rights Committee repeated its call for his release. Members of the Rights Initiative Toktobubu Ismanova and Roza Karasheva faced charges of "inciting mass disorder".

Sexual minorities

Police raided the club Kino in Kara-Balta and detained 25 people, among them the singer Zarina Kozhokaru.
""",
        frozenset({"Adilet Murzakanov", "Azimkan Jusupov", "Bekir Osmanaliev", "Dilbar Achilova", "Meerim Toktogulova", "Roza Karasheva", "Ruslan Toktogulov", "Shoro", "Toktobubu Ismanova", "Zarina Kozhokaru"}),
        frozenset({"Almaz Sarybaev", "Clara Svensson-Boe", "Gulnara Imashova"}),
        frozenset({"Azat Dooronov", "Nurbek Karypov"}),
        0,
    ),
    Text(
        "urgent action",
        """URGENT ACTION
TEACHER FACES DEATH PENALTY FOR POETRY

Minister of Justice Dr. Abdelhay Bensaid
Ministry of Justice
17 Avenue de la Liberté, Port-Royal

Your Excellency,

I am writing to express my concern about Ms. Fatoumata Diaw-Kane, a teacher and poet, who has been held in solitary confinement at Camp Ndoumbé since 4 August 2022. She was arrested at Lomé Airport as she returned from a festival. Fatoumata Diaw-Kane has been charged with "blasphemy" and "treason", which carry the death penalty.

On 11 August, her brother, Souleymane Kane, and two of her pupils, Awa Toure and Lamine Cissokho, were detained when they asked about her. Awa Toure, 16, was released after two days; Lamine Cissokho remains in Camp Ndoumbé. Her lawyer, Maître Ousmane Barry, has been able to see her once.

I urge you to:
- release Fatoumata Diaw-Kane and Lamine Cissokho immediately and unconditionally;
- ensure that Souleymane Kane has access to a doctor.

Yours sincerely,

Please also send appeals to: President Idrissa Touré-Bah; the head of the National Police, General Mory Sangaré.

Name and gender: Fatoumata Diaw-Kane (she/her), Souleymane Kane (he/him), Awa Toure (she/her), Lamine Cissokho (he/him)
UA: 88/22
""",
        frozenset({"Awa Toure", "Fatoumata Diaw-Kane", "Lamine Cissokho", "Souleymane Kane"}),
        frozenset({"Abdelhay Bensaid", "Idrissa Touré-Bah", "Mory Sangaré", "Ousmane Barry"}),
        frozenset(),
        0,
    ),
    Text(
        "a name, a comma and the newspaper over fields",
        """Attacks on the press: journalists in jail on December 1

ERITHIA: 3

Daniel Habteab-Tsegay, Mesob
Imprisoned: September 23, 2001

Security agents arrested Habteab-Tsegay, deputy editor of the private weekly Mesob, at his home. A presidential spokesman, Yonas Ghebru, told CPJ in 2002 that the journalist had not been arrested but sent to do national service. Former prison guard Elias Berhe Hagos, who fled the country, said in 2010 that Habteab-Tsegay had died in custody.

Medhanie Woldu-Berhane, Selam
Imprisoned: September 18, 2001

Woldu-Berhane was taken into custody together with his editor-in-chief, Samrawit Seyum, who was released in 2005.

MYANDA: 1

Nyein Thiri Aung, Frontline Weekly
Imprisoned: May 24, 2021

Police at Yangoon Airport detained Thiri Aung, the managing editor, as she tried to board a flight. She was sentenced on July 18, 2022, to three years under Section 505(a). Her husband, Kyaw Lin, a U.S. citizen, said she was healthy.
""",
        frozenset({"Daniel Habteab-Tsegay", "Medhanie Woldu-Berhane", "Nyein Thiri Aung", "Samrawit Seyum"}),
        frozenset({"Elias Berhe Hagos", "Kyaw Lin", "Yonas Ghebru"}),
        frozenset(),
        3,
    ),
    Text(
        "numbered list with ages",
        """Political prisoners of Evin: women's ward
Updated 3 March 2024

1. Zohreh Sarvestani (61), retired teacher, Shiraz: 5 years for "propaganda against the state"; in prison since 4 May 2021.
2. Golnaz Amirahmadi-Pour (33), journalist: 3 years and 7 months; arrested 12 October 2022; released on bail 14 January 2024.
3. Raheleh and Reyhaneh Tavakkoli, sisters and members of the Baha'i community: ten years each.
4. Elaheh F., student: awaiting trial; charges unknown.
5. Warisha Kurdpour: sentenced to death on 4 January 2024; appeal pending. Her lawyer Amir Reisi-Zadeh has been summoned.

Judge Abolghasem Salehi presided over the trials of Sarvestani and Amirahmadi-Pour. The judiciary chief, Mohseni Ardakan, denied that there are political prisoners.
""",
        frozenset({"Elaheh F.", "Golnaz Amirahmadi-Pour", "Raheleh Tavakkoli", "Reyhaneh Tavakkoli", "Warisha Kurdpour", "Zohreh Sarvestani"}),
        frozenset({"Abolghasem Salehi", "Mohseni Ardakan"}),
        frozenset({"Amir Reisi-Zadeh"}),
        6,
    ),
    Text(
        "court news with two-part given names",
        """Forty-one democrats convicted in Port Lantau

PORT LANTAU — The High Court on Tuesday handed down sentences in the largest national security trial so far. Legal scholar Bosco Fung-yiu, described by the judges as the "mastermind", was jailed for ten years. Former lawmakers Cordelia Mok and Szeto Yeung Tak-sum received terms of four years and two months and six years and nine months. Gwendolyn Pak Suet-ying, a former reporter who livestreamed the attack on Yuen Long station, was given seven years.

Two of the defendants, Leopold Lau and Lee Ching-fai, were acquitted in May. Mr Lau, a barrister, represented himself.

Activist Jerome Wong Hoi-lam – already serving a sentence in another case – got four years and eight months. "It is not a crime to lose an election," said Edith Lau-Sung, once chair of the Democratic Party.

Chief Executive Peter Leung-Hon said the penalties "fully reflected the severity of the crimes". Beijing's liaison office declined to comment. Elsewhere, media owner Johnny Choi-man, 77, appeared in court for the 92nd day of his trial.
""",
        frozenset({"Bosco Fung-yiu", "Cordelia Mok", "Gwendolyn Pak Suet-ying", "Jerome Wong Hoi-lam", "Johnny Choi-man", "Lee Ching-fai", "Leopold Lau", "Szeto Yeung Tak-sum"}),
        frozenset({"Edith Lau-Sung", "Peter Leung-Hon"}),
        frozenset(),
        1,
    ),
    Text(
        "nine defendants",
        """Crimean case of nine Muslims: what we know

Seven of the nine defendants have been in pre-trial detention since 5 March 2022: Enver Abkerim, Refat Nebiulla, Aider Useinov-Kerim, Damir Saledin, Mansur Mustafa, Edip Ibragim and Lenur Seydamet. Rustem Abduraman and Ekrem Bekir-Ogly are under house arrest because of their age.

Abkerim, a father of four, is considered the organizer (Part 1 of Article 205.5). The others are charged under Part 2 of the same article. On 12 December 2023 the Southern District Military Court, Judge Igor Kostin presiding, sentenced Abkerim to 17 years and the others to terms from 11 to 13 years. Defence lawyers Eldar Semedin and Leyla Gafar-Khan filed appeals. Bekir-Ogly's wife, Zarema, told OVD that FSB officers had put a bag over his head.

Human rights activist Amet Dzhelil was detained outside the court for "picketing" and given 12 days of arrest. Journalist Vadim Temirshah, who was filming, was fined 15,000 rubles.
""",
        frozenset({"Aider Useinov-Kerim", "Amet Dzhelil", "Damir Saledin", "Edip Ibragim", "Ekrem Bekir-Ogly", "Enver Abkerim", "Lenur Seydamet", "Mansur Mustafa", "Refat Nebiulla", "Rustem Abduraman", "Vadim Temirshah"}),
        frozenset({"Eldar Semedin", "Igor Kostin", "Leyla Gafar-Khan", "Zarema"}),
        frozenset(),
        0,
    ),
    Text(
        "cards with fields in one row",
        """PRISONERS OF CONSCIENCE

Octavio Pereyra Linares
Journalist | Arrested: 11 July 2021 | Status: in prison

Pereyra Linares filmed the protest in San Antonio del Monte. A municipal court convicted him of "public disorder" and gave him five years.

Yadiel Concepción Díaz
Rapper | Arrested: 18 May 2021 | Status: in prison

Known as "El Tenor", Concepción was sentenced to nine years. The musician sewed his mouth shut in protest in 2022. Prison director Major Lázaro Cuesta ordered him to a punishment cell.

Brothers Nelson and Julio Pedroso Sosa
Teacher and computer scientist | Arrested: 17 July 2021 | Status: in prison

The brothers were tried together with their friend Liset Fonte-Brito. Their mother, Mirta Sosa, is harassed by State Security.
""",
        frozenset({"Julio Pedroso Sosa", "Liset Fonte-Brito", "Nelson Pedroso Sosa", "Octavio Pereyra Linares", "Yadiel Concepción Díaz"}),
        frozenset({"Lázaro Cuesta"}),
        frozenset({"Mirta Sosa"}),
        4,
    ),
    Text(
        "fields in capitals",
        """DATABASE OF THE ARRESTED

NAME: TESFALEM ARAYA GEBRE
GENDER: Male
ORGANISATION: Citizens' Voice
DATE OF ARREST: 12/05/2019
PLACE OF ARREST: Mendefra
CHARGES: none brought
STATUS: incommunicado

NAME: RUTH HAILE-MELEKOT
GENDER: Female
DATE OF ARREST: 01/06/2019
CHARGES: article 259 of the Transitional Penal Code
SENTENCE: 4 years
STATUS: released on 1 June 2023
NOTES: her husband BINIAM KIDANE left the country. Interrogator known as "Wedi Keshi".

NAME: SENAIT
GENDER: Female
DATE OF ARREST: unknown
NOTES: only her first name is known.
""",
        frozenset({"RUTH HAILE-MELEKOT", "SENAIT", "TESFALEM ARAYA GEBRE"}),
        frozenset({"BINIAM KIDANE"}),
        frozenset({"Wedi Keshi"}),
        3,
    ),
    Text(
        "biography with sections",
        """Arsen Balayan

Arsen Hrachyevich Balayan (12 May 1961 – 3 November 2016) was an Avarian journalist and opposition politician.

Career

Balayan founded the newspaper Azat Khosk in 1992. In 1995 he was dismissed from the university by rector Suren Mkhitar. His colleague Levon Harutyun-Der, later a minister, called him "stubborn".

Imprisonment

On 24 October 2004 he was detained in the village of Arpi together with his driver, Gagik Sahak. In April 2005 the Kentron court found Balayan guilty of "calls for the seizure of power" and sentenced him to a year and a half. Sahak was released without charge. Amnesty International declared him a prisoner of conscience. He was freed under an amnesty on 30 May 2006.

In 2015 he was arrested again, on a warrant signed by prosecutor Artak Minas. He went on a hunger strike, and died in the Central Prison Hospital after 35 days. An investigator, Hovik Petros-Ter, closed the inquiry.

Personal life

He was married to the pianist Lusine Aram-Nazar, with whom he had two daughters. His son Tigran-Mher emigrated to France.
""",
        frozenset({"Arsen Balayan", "Gagik Sahak"}),
        frozenset({"Artak Minas", "Hovik Petros-Ter", "Levon Harutyun-Der", "Lusine Aram-Nazar", "Suren Mkhitar", "Tigran-Mher"}),
        frozenset(),
        1,
    ),
    Text(
        "Vietnamese capitals",
        """Vietnam: 2022 arrests and trials

BÙI VĂN LƯƠNG (b. 1981) - Blogger, Thanh Hóa. Arrested August 30, 2021, Article 117. On November 18, 2022 sentenced to 8 years in prison, 5 years probation. Lawyer: Đặng Quang Vinh.

ĐẶNG THỊ NGÀ - Activist (BOT toll protests). Arrested Oct 16, 2019. 39 months under Article 318. Transferred to Camp 5, Thanh Hóa.

LÊ MẠNH TỪ - Pastor and YouTuber, Tuyên Quang. Arrested January 12, 2022. Sentenced October 25, 2022: 8 years + 5 years house arrest.

Y BLƠ NIÊ (Ama Hoan) - Protestant, Đắk Lắk. Sentenced May 20, 2022 to 4 years under Article 331 for reports that he sent to the United Nations.

Four environmental NGO leaders - Mai Phan Tiến, Bạch Đức Thịnh, Đặng Hữu Toàn, Ngụy Thị Hảo - were convicted of "tax evasion". Hảo's sentence was cut from 24 to 21 months on November 21.
""",
        frozenset({"BÙI VĂN LƯƠNG", "Bạch Đức Thịnh", "LÊ MẠNH TỪ", "Mai Phan Tiến", "Ngụy Thị Hảo", "Y BLƠ NIÊ", "ĐẶNG THỊ NGÀ", "Đặng Hữu Toàn"}),
        frozenset({"Đặng Quang Vinh"}),
        frozenset(),
        4,
    ),
    Text(
        "places and papers that look like names",
        """Human rights in the Republic of Lasonia, 2021

Political prisoners are held in Santa Rosa de Copal, Camp Ndongo, Fort Dauphin Prison and on Isla Perdida. The Movimiento San Telmo and the group Damas de Negro organised vigils in Plaza Bolivar, at Puerto Viejo and on Mount Karim. Radio Mireia, the daily El Heraldo del Sur and Al Sabah TV lost their licences. Members of Hizb al-Nour, Jamaat-e-Falah and Tablighi Hidayat were tried in the Bab al-Zahra court complex.

Operation Clean Harvest began in Wad Hassan in March. The Sakharov Prize went to Casa Memoria; the Vaclav Havel Library hosted the ceremony, and Lantos Institute staff attended. In Evin Prison, Rajai Shahr and Qarchak, women went on hunger strike. The Cybercrime Law, the Lèse Majesté Act and Decree Law 54 were used against critics. Freedom Institute, Amnesty Lasonia and Article Nineteen called for their repeal. The Cape Verde embassy and the Santiago Declaration took note.

Deputy Attorney General Ezequiel Monterroso defended the law. Poet Amílcar Buendía was sentenced under it to 30 months. A Christian pastor, Obed Chanda-Mulenga, and an Ahmadi, Tariq Mahmood Bajwa, were accused of blasphemy. In Kota Baru, police arrested Lena Hendriksen-Situmorang of the Papua Legal Circle. At Lake Victoria Hotel, agents seized Kenyan lawyer Wanjiru Maathai-Otieno and Ugandan student Ssemakula Brian.
""",
        frozenset({"Amílcar Buendía", "Lena Hendriksen-Situmorang", "Obed Chanda-Mulenga", "Ssemakula Brian", "Tariq Mahmood Bajwa", "Wanjiru Maathai-Otieno"}),
        frozenset({"Ezequiel Monterroso"}),
        frozenset(),
        0,
    ),
    Text(
        "country report, its sections",
        """Section 1. Respect for the Integrity of the Person

a. Arbitrary Deprivation of Life

On March 3, police in Mbarero shot and killed university student Joab Tumwesigye during a rally of the Forum for Change. Inspector General Okello Lamwaka said that the officer had been suspended. In June the family of Charles Byamukama, who died in 2019 after being held at the Chieftaincy of Military Intelligence, filed a suit.

c. Torture

Opposition member of parliament Frederick Zziwa-Musoke told a parliamentary committee that soldiers had beaten him. On May 14, a magistrate ordered the release of novelist Kamoga Bashaija, whose lawyer, Edrin Kizito, displayed photographs of his wounds. The novelist later fled to Germany.

d. Arbitrary Arrest or Detention

On August 22, the Directorate of Public Prosecutions charged human rights lawyer Norbert Okumu-Ladu with money laundering; he was granted bail on December 30. Authorities held journalists Patson Kaheru, Daudi Mugabi and Agnes Namuleme for six days. Police did not allow the former presidential candidate, Kato Byaruhanga, to leave his house from November 3 to 9.

e. Denial of Fair Public Trial

The General Court Martial tried 49 civilians, including singer Rogers Ssenta, and convicted 12 of them. The musician's bodyguard, Edison Sserwadda-Kato, was sentenced to four years in Kitalya Prison. Justice Eseza Nambayo dismissed his appeal. Defense attorney Godwin Turyareeba said that evidence had been fabricated.

Political Prisoners and Detainees: Among those still detained at year's end were Agripina Atuhe-Nsiima, a reporter; trade union leader Uriah Owori; and two brothers, Moses and Isaac Bigirwa.
""",
        frozenset({"Agnes Namuleme", "Agripina Atuhe-Nsiima", "Charles Byamukama", "Daudi Mugabi", "Edison Sserwadda-Kato", "Frederick Zziwa-Musoke", "Isaac Bigirwa", "Joab Tumwesigye", "Kamoga Bashaija", "Moses Bigirwa", "Norbert Okumu-Ladu", "Patson Kaheru", "Rogers Ssenta", "Uriah Owori"}),
        frozenset({"Edrin Kizito", "Eseza Nambayo", "Godwin Turyareeba", "Okello Lamwaka"}),
        frozenset({"Kato Byaruhanga"}),
        0,
    ),
    Text(
        "appeal with an address",
        """HARASSMENT OF HUMAN RIGHTS DEFENDERS CONTINUES
Index: AMR 99/5521/2023
7 September 2023

Defenders of the Mopawi people are at risk. Bettina Isabel Zelaya-Cáliz and Rodolfo Meléndez, of the Council of Indigenous Organisations, received death threats after the arrest of their colleague, Wilmer Antúnez.

Wilmer Antúnez was arrested on 2 September by the National Police when he left a meeting in La Esperanza. On 5 September a judge in Tegulapa, Lisseth Vallecillo, remanded him in custody on a charge of "usurpation". If convicted, he could face eight years in prison. Two years ago his predecessor, Eduar Lezama, was shot dead by hired gunmen; Danilo Castellón, an army-trained intelligence officer, was convicted of the murder and given 22 years.

WHAT YOU CAN DO

Write to the Attorney General, Omar Chavarría-Rey:
• demand that the charges against Wilmer Antúnez be dropped;
• demand protection for Bettina Isabel Zelaya-Cáliz and Rodolfo Meléndez.

Copies to: Ambassador Xavier Hernando Rápalo, Embassy of Hondoria, 12 Rue Crevaux, Paris; Minister Judith Villanova.

Appeals by 19 October 2023. Contact: Esteban Beltrán-Ulate, Americas team.
""",
        frozenset({"Eduar Lezama", "Wilmer Antúnez"}),
        frozenset({"Esteban Beltrán-Ulate", "Judith Villanova", "Lisseth Vallecillo", "Omar Chavarría-Rey", "Xavier Hernando Rápalo"}),
        frozenset({"Bettina Isabel Zelaya-Cáliz", "Danilo Castellón", "Rodolfo Meléndez"}),
        0,
    ),
    Text(
        "table by tabs",
        """No\tName\tArrested\tCharge\tSentence\tPrison
1\tHossam Eldin Fathy Mekawy\t11.02.2019\tjoining a banned group\t15 years\tTora
2\tAya Kamaleldin Hussein\t25.03.2020\tfalse news\tpre-trial\tAl-Qanater
3\tMoka Abdelrahim\t03.09.2020\tArticle 86 bis\tacquitted\t-
4\tSeif Halim & Sabri Halim\t02.12.2020\tfinancing terrorism\treleased 21.01.2023\t-
5\tSherin el-Ghouri\t19.12.2020\tfalse news; misuse of social media\tpre-trial\tAbu Zaabal
""",
        frozenset({"Aya Kamaleldin Hussein", "Hossam Eldin Fathy Mekawy", "Moka Abdelrahim", "Sabri Halim", "Seif Halim", "Sherin el-Ghouri"}),
        frozenset(),
        frozenset(),
        6,
    ),
    Text(
        "opinion with Vietnamese names",
        """Opinion No. 5/2019 concerning Duong Thi Lanh-Anh (Annam)

Communication from the source

4. Ms. Duong Thi Lanh-Anh, born on 16 June 1974, is a human rights defender who is usually resident in Hung Yen. She is the sister of Duong Van Quyet, who left the country in 2011.

5. The source reports that, on 1 December 2016, more than a hundred policemen surrounded the house of Ms. Duong. Major Pham Dinh Thu read out an arrest warrant under article 258 of the Penal Code.

6. On 30 May 2018, after a trial of one day, the People's Court of Ha Nam sentenced Ms. Duong to nine years' imprisonment and five years of probation. Her lawyers, Vo An Dinh-Phong and Ha Quy Son-Tra, were not allowed to speak to her in private. Two blogger friends, Nguyen Bich Quynh-Nhu and Trinh Duy Tu-Lap, were beaten outside the court.

Response from the Government

7. In its reply of 21 March 2019, the Government maintains that Ms. Duong was convicted for her violations of law. Mr. Nguyen Minh Vu-Hoang, Ambassador, presented the reply.

Discussion

8. Given the absence of a rebuttal, the Working Group finds that the arrest lacked a legal basis (see opinions No. 26/2017, on Mr. Tran Hieu Kim-Long, and No. 75/2017).

Disposition

9. The deprivation of liberty of Duong Thi Lanh-Anh is arbitrary. The Government should release Ms. Duong immediately.
""",
        frozenset({"Duong Thi Lanh-Anh", "Nguyen Bich Quynh-Nhu", "Trinh Duy Tu-Lap"}),
        frozenset({"Duong Van Quyet", "Ha Quy Son-Tra", "Nguyen Minh Vu-Hoang", "Vo An Dinh-Phong"}),
        frozenset({"Pham Dinh Thu", "Tran Hieu Kim-Long"}),
        0,
    ),
    Text(
        "press release with a list in semicolons",
        """Tajaristan: New Trial of Pamiri Activists Should Be Fair

(Berlin, April 21, 2023) – Tajaristani authorities should quash the convictions of five Pamiri activists, Rights International said today.

The five – Gulru Azizbekova-Shoh, 56; Khursand Alishoev; Jamshed Saidov-Bek; Firuz Boturnazar, director of the Pamir Lawyers' Association; and Rustam Elgash, head of the Commission 44 – have been convicted in closed trials since the protests of May 2022. Ms. Azizbekova-Shoh, a journalist and grandmother, was given 21 years. Her former husband, Davlat Nurbashov, whom the authorities called the organizer, got life.

“The trials are a mockery of justice,” said Aizada Sultan-Alieva, Central Asia researcher at Rights International. “Elgash and Boturnazar did nothing but give legal advice.”

On September 16, 2022, Shodi Qurbonov-Rushon was killed in what the interior minister, Latif Olim-Zoda, described as an internal dispute. Relatives of Saidov-Bek told Rights International that he was forced to sign a confession. Their lawyers, among them Safar Yusuf-Ali, who himself is serving a 22-year sentence, cannot work freely.

In Russia, Pamiri fighter Siyovush Nazar-Shah, known as Siyo, was detained on December 29, 2021 and deported. A court in Dushan sentenced him to eight and a half years.
""",
        frozenset({"Davlat Nurbashov", "Firuz Boturnazar", "Gulru Azizbekova-Shoh", "Jamshed Saidov-Bek", "Khursand Alishoev", "Rustam Elgash", "Safar Yusuf-Ali", "Shodi Qurbonov-Rushon", "Siyovush Nazar-Shah"}),
        frozenset({"Aizada Sultan-Alieva", "Latif Olim-Zoda"}),
        frozenset(),
        0,
    ),
    Text(
        "register with the surname before a comma",
        """Persons recognised as political prisoners: additions of the month

ABAKAROV, Shamil Gasanovich, born 1990, from Khasavyurt. Charged under Part 2 of Art. 205.5. In custody since 14.11.2019.
Sentenced on 02.06.2021 to 11 years.

BELYAEVA, Nina Aleksandrovna, born 1989, municipal deputy from Semiluki. Art. 207.3. Left the country; sentenced in absentia to 6 years.

VERETENNIKOV, Oleg, 25, courier. Art. 281.1 and Art. 30. In Butyrka since 09.2022. Trial begins on 15 April.

ZUEV, Ilya and GRISHIN, Maksim, friends from Chita. Art. 213 part 2. Each got 2 years and 8 months on 11.10.2022; the appeal court (judge Belov) lowered it by two months.
""",
        frozenset({"ABAKAROV Shamil Gasanovich", "BELYAEVA Nina Aleksandrovna", "GRISHIN Maksim", "VERETENNIKOV Oleg", "ZUEV Ilya"}),
        frozenset(),
        frozenset({"Belov"}),
        5,
    ),
    Text(
        "opinion with bin and al",
        """Opinion No. 31/2019 concerning Hatem bin Yahya bin Omar al-Sulaimi and Sheikh Abdallah al-Jaber (Zamara)

4. Hatem bin Yahya bin Omar al-Sulaimi, a national of Zamara born in 1984, is a blogger. Sheikh Abdallah al-Jaber is a preacher.

5. On 7 July 2016, Mr. Al-Sulaimi was abducted by masked men in Wadi Nour. He reappeared at Dhahran Central Prison on 1 September 2016. Sheikh al-Jaber was arrested in the Grand Mosque on 9 July 2016.

6. The source submits that Mr. bin Yahya was beaten with cables by an officer called Abu Turki. On 12 March 2017 the Specialized Criminal Court sentenced Mr. Al-Sulaimi to nine years and Mr. Al-Jaber to six. His brother Faisal al-Sulaimi was present; so was the lawyer Mr. Nasser Qahtani-Rajeh.

7. On 4 May 2019, Hatem al-Sulaimi was moved to Asir. Under article 6 of the Anti-Cyber Crime Law he could face a travel ban. His mother, Umm Hatem, wrote to the Human Rights Commission.
""",
        frozenset({"Abdallah al-Jaber", "Hatem bin Yahya bin Omar al-Sulaimi"}),
        frozenset({"Abu Turki", "Faisal al-Sulaimi", "Nasser Qahtani-Rajeh"}),
        frozenset({"Umm Hatem"}),
        0,
    ),
    Text(
        "urgent action, others named",
        """UA: 14/23 Index: MDE 13/6412/2023 Gardania Date: 9 February 2023

URGENT ACTION

PROTESTER AT RISK OF IMMINENT EXECUTION

Mehran Golabdar-Fard, 22, is at risk of execution. On 24 December 2022, the Supreme Court upheld his conviction of "corruption on earth" (Article 286). His trial lasted two sessions. He says he was beaten and that pills were kept from him.

PLEASE WRITE TO

Head of the Judiciary, Gholamali Mohtasham-Rad
c/o Embassy of Gardania, Avenue Franklin Roosevelt 15, 1050 Bruxelles

Dear Mr Mohtasham-Rad,

Mehran Golabdar-Fard must not be executed. Four other young men – Jalal Rostami-Amin, Ardalan Takestan-Far, Mehdi Fayazi and Salar Mirzadeh-Pak – are under sentence of death. Mansour Kamali-Zad and Masoud Rahbar-Nik have already been hanged. Please quash their convictions and give observers from Tehran-based embassies access.

Yours sincerely,

ADDITIONAL INFORMATION

The protests began after the death in custody of Zina Ahangari on 9 September 2022. Her father, Anvar Ahangari, has been summoned repeatedly. The journalists who broke the story, Negin Hamidian and Elham Moradi-Rezai, are in Qarchak.

PREFERRED LANGUAGE TO ADDRESS TARGET: Persian, English.
NAME AND PRONOUN: Mehran Golabdar-Fard (he/him)
LINK TO PREVIOUS UA: www.example.org
""",
        frozenset({"Ardalan Takestan-Far", "Jalal Rostami-Amin", "Mansour Kamali-Zad", "Masoud Rahbar-Nik", "Mehdi Fayazi", "Mehran Golabdar-Fard", "Salar Mirzadeh-Pak", "Zina Ahangari"}),
        frozenset({"Gholamali Mohtasham-Rad"}),
        frozenset({"Anvar Ahangari", "Elham Moradi-Rezai", "Negin Hamidian"}),
        0,
    ),
    Text(
        "chapter with a table",
        """Freedom of assembly
In 2022 police dispersed 61 of 97 peaceful assemblies. 1,204 people were detained, 88 of them minors.

The "Bridge Square" case ended in May. The Central District Court found five organisers guilty. Zhanna Tolebi-Kyzy and Askar Maratuly got three years each, while Daryn Ospan received a suspended sentence; two students, Madina K. and Temir S., were fined. The lawyers' request to question General Sabyr Dauletov was denied.

Table 3. Sentences in the "Bridge Square" case
Zhanna Tolebi-Kyzy | 3 years | Art. 272
Askar Maratuly | 3 years | Art. 272
Daryn Ospan | 2 years (suspended) | Art. 400

Freedom of religion
Three followers of the teacher Said Nursi-Zade remained in prison. Pastor Viktor Tkach-Lim, of the Grace Church, was expelled in August. The head of the Committee for Religious Affairs, Yershat Ongar, told parliament that "sects" would be dealt with.

Torture
The trial of three guards of Zarechny colony, accused of torturing Iskander Ermek-Bai to death, was adjourned four times. Ermek-Bai's mother, Saule Ermek-Bai, received 2 million in compensation. Colony head Bolat Seit-Kasym was not charged.
""",
        frozenset({"Askar Maratuly", "Daryn Ospan", "Iskander Ermek-Bai", "Madina K.", "Temir S.", "Viktor Tkach-Lim", "Zhanna Tolebi-Kyzy"}),
        frozenset({"Bolat Seit-Kasym", "Sabyr Dauletov", "Said Nursi-Zade", "Saule Ermek-Bai", "Yershat Ongar"}),
        frozenset(),
        0,
    ),
)
