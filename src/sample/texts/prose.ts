import type { Random } from '../random.ts';
import { adjective, noun, verb } from './names.ts';

const SENTENCES: ((random: Random) => string)[] = [
  (r) => `Most teams ${verb(r)} the ${noun(r)} first and only then look at the ${adjective(r)} ${noun(r)}.`,
  (r) => `A ${noun(r)} without a ${noun(r)} is harder to ${verb(r)} than it looks.`,
  (r) =>
    `The ${adjective(r)} ${noun(r)} is kept for ${r.int(2, 90)} days, after which the ${noun(r)} takes its place.`,
  (r) => `In our measurements ${r.int(4, 96)} of 100 ${noun(r)}s needed no further ${noun(r)}.`,
  (r) => `Where the ${noun(r)} and the ${noun(r)} disagree, the newer one wins.`,
  (r) =>
    `It helps to ${verb(r)} every ${noun(r)} once a week, preferably before the ${adjective(r)} ${noun(r)} grows.`,
  (r) => `Readers asked how to ${verb(r)} a ${noun(r)} by hand; this page shows both ways.`,
  (r) =>
    `Since the ${noun(r)} was rewritten, the ${adjective(r)} path costs about a ${r.pick(['third', 'half', 'tenth'])} of what it did.`,
  (r) => `Nothing here depends on the ${noun(r)}, so you may ${verb(r)} it at any time.`,
  (r) => `Older versions count a ${noun(r)} twice when the ${noun(r)} is ${adjective(r)}.`,
];

/** One English sentence of the kind found in guides and articles. */
export const sentence = (random: Random): string => random.pick(SENTENCES)(random);

/** Whole sentences in the languages that the sample's user mixes with English. */
const OTHER_LANGUAGES: readonly (readonly string[])[] = [
  [
    'Kannst du bitte nachsehen, warum die Auswertung seit gestern Abend doppelt so lange braucht?',
    'Schreib mir eine kurze Zusammenfassung, aber ohne die Tabellen, die kenne ich schon.',
    'Der Speicher läuft voll, sobald mehrere Läufe gleichzeitig starten; bitte erst messen, dann ändern.',
    'Das sieht gut aus. Räum danach noch die alten Dateien weg und sag mir, was übrig bleibt.',
  ],
  [
    'Peux-tu vérifier pourquoi la page met si longtemps à s’afficher depuis ce matin ?',
    'Je préfère une solution simple, quitte à la compléter plus tard si le besoin se présente.',
    'Résume les trois dernières réunions et indique ce qui reste à décider avant vendredi.',
    'Très bien, garde cette version et explique-moi en deux phrases ce qui a changé.',
  ],
  [
    '¿Puedes revisar por qué el informe semanal llegó vacío otra vez?',
    'Prefiero que primero lo pruebes en una copia y luego me cuentes qué pasó.',
    'Añade también los datos de la estación norte, aunque falten algunos días de agosto.',
    'Quedó perfecto; ahora tradúcelo para el equipo de la mañana.',
  ],
  [
    '请帮我看一下昨天晚上的任务为什么没有跑完，先不要修改任何文件。',
    '把这份报告整理成三段，重点写清楚费用的变化和下一步安排。',
    '这个图表的颜色太深了，换成浅一点的，再加上单位。',
    '先在测试环境里试一次，确认没有问题以后再告诉我结果。',
  ],
  [
    '昨日の集計が途中で止まっているようなので、原因を調べてもらえますか。',
    'まず小さいデータで試して、うまくいったら全体に広げてください。',
    'この画面の並び順を新しいものから表示するように直してほしいです。',
    'ありがとう。変更点を三行でまとめて、朝のうちに送ってください。',
  ],
  [
    'Посмотри, пожалуйста, почему ночной расчёт занял почти два часа вместо десяти минут.',
    'Сначала сделай копию, потом уже меняй таблицу, и напиши, сколько строк затронуто.',
    'Мне нужен короткий список: что готово, что осталось и кто ждёт ответа.',
    'Хорошо, так и оставим, только добавь пояснение для новых участников.',
  ],
  [
    'هل يمكنك معرفة سبب تأخر التقرير اليومي منذ بداية الأسبوع؟',
    'أريد ملخصا قصيرا من ثلاث نقاط فقط، من دون جداول.',
    'جرّب التغيير على نسخة أولا ثم أخبرني بالنتيجة قبل المتابعة.',
    'ممتاز، أضف أيضا بيانات المحطة الجنوبية إلى الرسم.',
  ],
];

/** A paragraph of one to four sentences, in English or now and then in one of seven other languages. */
export function paragraph(random: Random, foreign = 0.2): string {
  const count = random.int(1, 4);
  const sentences = random.chance(foreign)
    ? foreignSentences(random, count)
    : Array.from({ length: count }, () => sentence(random));
  return `${sentences.join(' ')}\n\n`;
}

/** Some of one language's sentences, none of them twice. */
function foreignSentences(random: Random, count: number): string[] {
  const list = random.pick(OTHER_LANGUAGES);
  const first = random.int(0, list.length - 1);
  return [...list.slice(first), ...list.slice(0, first)].slice(0, count);
}
