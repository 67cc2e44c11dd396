/**
 * A place where the academy's learners work: its clock, its language, and the names usual there.
 */
export interface Office {
  /** Of the group of those who work there. */
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly locale: string;
  /** Share of the staff who work there; all of them add up to 1. */
  readonly share: number;
  readonly given: readonly string[];
  readonly family: readonly string[];
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Names are common ones put together at random: no one is meant. */
export const offices: readonly Office[] = [
  {
    id: "berlin",
    name: "Berlin office",
    zone: "Europe/Berlin",
    locale: "de",
    share: 0.34,
    given: words(`
      Anneke Bastian Carla Dilara Emil Frieda Gökhan Hanna Ilja Jonas Katharina Lennart Meryem
      Nils Ottilie Paula Rasmus Selin Theo Vera
    `),
    family: words(`
      Albrecht Bauer Çelik Dietrich Engel Friedrich Günther Hoffmann Jansen Kowalski Lindner
      Möller Novak Öztürk Petersen Richter Schäfer Thiel Vogt Winkler
    `),
  },
  {
    id: "lisbon",
    name: "Lisbon office",
    zone: "Europe/Lisbon",
    locale: "pt-PT",
    share: 0.16,
    given: words(`
      Afonso Beatriz Catarina Duarte Eva Filipa Gonçalo Helena Inês João Leonor Mafalda Nuno Rita
      Salvador Tomás
    `),
    family: words(`
      Almeida Barros Carvalho Duarte Esteves Fonseca Guerreiro Lopes Matos Neves Pacheco Quintela
      Ramos Simões Teixeira Vaz
    `),
  },
  {
    id: "chicago",
    name: "Chicago office",
    zone: "America/Chicago",
    locale: "en-US",
    share: 0.2,
    given: words(`
      Aaliyah Brandon Camila Darius Elena Felix Grace Hector Imani Jordan Keisha Logan Maya Noah
      Priscilla Quentin Rosa Tyler Wendy Xavier
    `),
    family: words(`
      Anderson Brooks Castillo Dawson Ellis Flores Graham Hayes Jefferson Kim Larson Mendoza
      Nguyen Ortiz Parker Reyes Sanders Tran Walker Young
    `),
  },
  {
    id: "bengaluru",
    name: "Bengaluru office",
    zone: "Asia/Kolkata",
    locale: "en-IN",
    share: 0.16,
    given: words(`
      Aarav Bhavna Chetan Divya Farhan Gauri Harish Isha Kabir Lakshmi Manoj Nandini Omkar Pooja
      Rohan Sanjana Tanvi Vikram
    `),
    family: words(`
      Agarwal Banerjee Chauhan Deshpande Fernandes Ghosh Iyer Joshi Kulkarni Menon Nair Pillai
      Qureshi Rao Sharma Thomas Varma Yadav
    `),
  },
  {
    id: "nairobi",
    name: "Nairobi office",
    zone: "Africa/Nairobi",
    locale: "en-KE",
    share: 0.14,
    given: words(`
      Achieng Brian Chebet Daudi Esther Faith Grace Hamisi Imara Juma Kioni Lemayian Makena Njeri
      Otieno Rehema Salim Wanjiru
    `),
    family: words(`
      Abdi Barasa Chege Gathoni Hassan Kamau Kiplagat Lagat Mwangi Mutua Ndungu Ochieng Omondi
      Oduya Rotich Shikuku Wambui Wekesa
    `),
  },
];
