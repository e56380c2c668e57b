/**
 * What the most used passwords are made of: the words that lead the public lists of leaked passwords, and those that
 * somebody would try here first. With a number or a sign behind it, each makes thousands of leaked passwords.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `abc abcabc abcd abcde abcdef abcdefg access account adidas admin administrateur administrator alexander amanda andrea
  andrew angel angels anthony apple arsenal ashley asdf asdfgh asdfghjkl asdfjkl austin azerty azertyuiop babygirl
  bailey banana barcelona baseball basketball batman beautiful benjamin blink bonjour brandon buster butterfly
  bienvenue carlos caroline changeit changeme charlie cheese chelsea chocolate christian christmas computer cookie
  correcthorsebatterystaple cristina daniel danielle default demo diamond doctor dolphin dragon eminem estrella
  everything facebook family ferrari florida flower football forever forgot formula france francois freedom friend
  friends fuckyou gabriel george gfhjkm ginger google guest hannah happy harley hello helloworld hockey homelesspa
  hottie hunter iloveu iloveyou internet jackson jasmine jennifer jessica jesus john jonathan jordan joseph joshua
  junior justin killer letmein letmeinnow letmeinplease liverpool london loulou love loveme lovely lover maggie manager
  marketing marseille martin master matrix matthew melissa michael michelle mickey minecraft monkey monster motdepasse
  mustang mypassword myspace naruto natasha newpassword nicolas nicole ninja nirvana nothing oliver orange parcours
  passe passer passpass passphrase passw passwd password passwort patrick pepper phoenix pokemon portugal princess
  princesse purple qazwsx qazwsxedc qwer qwert qwerty qwertyui qwertyuiop qwertz qwertzuiop rachel rainbow ranger
  realmadrid rebecca robert root samantha samsung scooter secret secretpassword secure service shadow silver soccer
  soleil spiderman starwars steven summer sunflower sunshine superman superadmin supersecret support system taylor
  teacher temp temporary test tester testing testtest thepassword thomas thisismypassword thisisapassword tigger
  tinkerbell trustno trustnoone user vanessa victoria welcome welcometo whatever william winter wordpass yellow
  zaqwsx zxcvbn zxcvbnm autumn spring automne printemps hiver`.split(/\s+/),
);

/** Rows that fingers and alphabets follow; also backwards. */
export const RUNS: readonly string[] = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz',
  'qwertyuiop[]asdfghjkl;zxcvbnm,./',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertzuiopasdfghjklyxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  '1a2b3c4d5e6f7g8h9i0j',
  'a1b2c3d4e5f6g7h8i9j0',
  '123qweasdzxc',
  'qwe123asd456zxc789',
];
