/**
 * Names to put invented people together from: first name and surname are drawn apart, so that nobody is meant.
 * Where there is a script of its own, each part stands beside its Latin form.
 */

/** Latin form and own script; the second is empty where only Latin is used. */
type Written = readonly [latin: string, own: string]

export interface Origin {
  readonly code: string
  /** Chance that somebody comes from here, against the others. */
  readonly weight: number
  readonly language: string
  readonly otherLanguages: string
  readonly country: string
  /** BCP 47 of the own script; empty for Latin. */
  readonly script: string
  readonly women: readonly Written[]
  readonly men: readonly Written[]
  /** Prefix, Latin form, own script. */
  readonly surnames: readonly (readonly [prefix: string, latin: string, own: string])[]
}

const latin = (names: string): Written[] => names.split(' ').map((name) => [name, ''] as const)
const latinSurnames = (names: string) => names.split(' ').map((name) => ['', name, ''] as const)

export const origins: readonly Origin[] = [
  {
    code: 'arabic',
    weight: 32,
    language: 'Arabisch',
    otherLanguages: 'een beetje Engels',
    country: 'Syrië',
    script: 'ar',
    women: [
      ['Amal', 'أمل'],
      ['Rania', 'رانيا'],
      ['Huda', 'هدى'],
      ['Layla', 'ليلى'],
      ['Nour', 'نور'],
      ['Samar', 'سمر'],
      ['Zeinab', 'زينب'],
      ['Iman', 'إيمان'],
      ['Hanan', 'حنان'],
      ['Widad', 'وداد'],
    ],
    men: [
      ['Omar', 'عمر'],
      ['Khaled', 'خالد'],
      ['Yousef', 'يوسف'],
      ['Tarek', 'طارق'],
      ['Bilal', 'بلال'],
      ['Samir', 'سمير'],
      ['Anas', 'أنس'],
      ['Hassan', 'حسن'],
      ['Ziad', 'زياد'],
      ['Fadi', 'فادي'],
    ],
    surnames: [
      ['', 'Haddad', 'حداد'],
      ['', 'Nasser', 'ناصر'],
      ['al', 'Masri', 'المصري'],
      ['el', 'Khatib', 'الخطيب'],
      ['', 'Darwish', 'درويش'],
      ['al', 'Hamwi', 'الحموي'],
      ['', 'Kassab', 'قصاب'],
      ['', 'Sabbagh', 'صباغ'],
      ['', 'Qassem', 'قاسم'],
      ['al', 'Zein', 'الزين'],
    ],
  },
  {
    code: 'tigrinya',
    weight: 18,
    language: 'Tigrinya',
    otherLanguages: 'Arabisch, een beetje Engels',
    country: 'Eritrea',
    script: 'ti',
    women: [
      ['Senait', 'ሰናይት'],
      ['Luwam', 'ሉዋም'],
      ['Rahwa', 'ራህዋ'],
      ['Feven', 'ፌቨን'],
      ['Selam', 'ሰላም'],
      ['Winta', 'ዊንታ'],
    ],
    men: [
      ['Filmon', 'ፊልሞን'],
      ['Yonas', 'ዮናስ'],
      ['Tesfay', 'ተስፋይ'],
      ['Mehari', 'መሓሪ'],
      ['Robel', 'ሮቤል'],
      ['Samuel', 'ሳሙኤል'],
    ],
    surnames: [
      ['', 'Tekle', 'ተኽለ'],
      ['', 'Gebremedhin', 'ገብረመድህን'],
      ['', 'Habte', 'ሃብተ'],
      ['', 'Woldu', 'ወልዱ'],
      ['', 'Haile', 'ሃይለ'],
      ['', 'Berhane', 'ብርሃነ'],
      ['', 'Kidane', 'ኪዳነ'],
      ['', 'Ghirmay', 'ግርማይ'],
    ],
  },
  {
    code: 'ukrainian',
    weight: 12,
    language: 'Oekraïens',
    otherLanguages: 'Russisch, Engels',
    country: 'Oekraïne',
    script: 'uk',
    women: [
      ['Oksana', 'Оксана'],
      ['Iryna', 'Ірина'],
      ['Natalia', 'Наталія'],
      ['Olena', 'Олена'],
      ['Svitlana', 'Світлана'],
    ],
    men: [
      ['Andrii', 'Андрій'],
      ['Serhii', 'Сергій'],
      ['Taras', 'Тарас'],
      ['Mykola', 'Микола'],
    ],
    surnames: [
      ['', 'Kovalenko', 'Коваленко'],
      ['', 'Shevchuk', 'Шевчук'],
      ['', 'Bondar', 'Бондар'],
      ['', 'Melnyk', 'Мельник'],
      ['', 'Tkachenko', 'Ткаченко'],
      ['', 'Lysenko', 'Лисенко'],
    ],
  },
  {
    code: 'turkish',
    weight: 10,
    language: 'Turks',
    otherLanguages: '',
    country: 'Turkije',
    script: '',
    women: latin('Ayşe Gülşen Zeynep Şule Fatma Özlem'),
    men: latin('Çağlar İbrahim Oğuz Mehmet Ümit'),
    surnames: latinSurnames('Yıldız Gündoğdu Çelik Şahin Güneş Aydın Kılıç'),
  },
  {
    code: 'dari',
    weight: 12,
    language: 'Dari',
    otherLanguages: 'Pasjtoe',
    country: 'Afghanistan',
    script: '',
    women: latin('Zahra Parwana Laila Shukria Marzia Nilofar'),
    men: latin('Farid Naser Jawad Habib Reza Wahid'),
    surnames: latinSurnames('Rahimi Sultani Karimi Nazari Hosseini Amiri'),
  },
  {
    code: 'somali',
    weight: 8,
    language: 'Somalisch',
    otherLanguages: 'een beetje Arabisch',
    country: 'Somalië',
    script: '',
    women: latin('Hodan Fadumo Sahra Ifrah Ayaan'),
    men: latin('Abdi Liban Mahad Warsame Bashir'),
    surnames: latinSurnames('Farah Nur Jama Abdulle Dirie Osman'),
  },
  {
    code: 'dutch',
    weight: 8,
    language: 'Nederlands',
    otherLanguages: '',
    country: 'Nederland',
    script: '',
    women: latin('Jolanda Petra Wilma Ingrid Marloes'),
    men: latin('Henk Kees Ruud Stefan Dennis'),
    surnames: [
      ['van der', 'Weide', ''],
      ["van 't", 'Hof', ''],
      ['', 'Postma', ''],
      ['de', 'Groot', ''],
      ['van', 'Dalen', ''],
      ['', 'Kuipers', ''],
      ['ter', 'Horst', ''],
    ],
  },
]

export const streets: readonly string[] = [
  'Weverstraat',
  'Lindelaan',
  'Korenpad',
  'Smidshof',
  'Beukenhof',
  'Molenweg',
  'Kuiperstraat',
  'Vlasakker',
  'Merelplein',
  'Dijkzicht',
]

/** Towns that do not exist, with the digits of their postcodes. */
export const towns: readonly (readonly [name: string, digits: number])[] = [
  ['Lindwijk', 1234],
  ['Elzendrecht', 1243],
  ['Berkenoord', 1256],
  ['Wilgerdam', 1267],
]

/** Of each municipality its case managers: initials, prefix, surname, form of address. */
export const caseManagers: readonly (readonly (readonly [
  string,
  string,
  string,
  'mevrouw' | 'heer' | 'none',
])[])[] = [
  [
    ['A.', 'de', 'Vries', 'mevrouw'],
    ['J.W.', 'van der', 'Meulen', 'heer'],
    ['S.', '', 'Yılmaz', 'mevrouw'],
  ],
  [
    ['', '', 'Bakker', 'none'],
    ['M.', 'van', 'Loon', 'mevrouw'],
  ],
  [
    ['R.', '', 'Hofstra', 'heer'],
    ['E.', "van 't", 'Veld', 'mevrouw'],
  ],
  [['K.', '', 'Achterberg', 'none']],
]

/** The first one founds the office. */
export const staff = [
  { name: 'Annemiek Jansen', function_title: 'coördinator', role: 'manager' },
  { name: 'Bas Verhulst', function_title: 'begeleider', role: 'coach' },
  { name: 'Nadia Amrani', function_title: 'begeleider', role: 'coach' },
  { name: 'Tom Wiersma', function_title: 'jobcoach', role: 'coach' },
] as const

export const office = {
  name: 'Werkplaats De Linde',
  tagline: 'Leren en werken in Lindwijk',
  street: 'Weverstraat',
  house_number: '12',
  postcode: '1234 AB',
  city: 'Lindwijk',
  phone: '0123 45 67 89',
  email: 'post@werkplaatsdelinde.example',
  website: 'werkplaatsdelinde.example',
  kvk: '00000000',
} as const

/** Supervisors at organisations. */
export const supervisors: readonly string[] = [
  'Marja Kok',
  'Theo Blom',
  'Ineke Vos',
  'Rachid Tahiri',
  'Els Prins',
  'Wouter Dekker',
  'Gerda Smit',
]
