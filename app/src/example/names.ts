/** Invented municipalities. None bears the name of a real Swedish one; the test holds the list against Kolada's. */
export const municipalityNames: readonly string[] = `
  Klintby Aspeboda Vinterfors Sandryd Laxheden Sjönäs Fröryd Furestrand Hjortberga Grusholm
  Snöarp Stenstrand Humletorp Tranby Häggehammar Regnhult Björnsund Vitholm Lindeskog Rävvallen
  Solåker Ullestad Sandhammar Älgås Kalkstad Falkås Trandal Tingeryd Tallmark Lågaholm
  Bergefors Smedvik Högavallen Rågarp Grönbro Linstrand Grusbro Vikeköping Sjöskog Drottåker
  Norrheden Stenhult Vitbro Rågsund Tingeboda Rävhult Vargvad Höstström Aleholm Linvad
  Häggehamn Rönnviken Höksund Aspetuna Ängsköping Tallbro Västervallen Björnarp Sälglösa Regnstrand
  Uggleviken Näsekulla Humleheden Torsvad Rävboda Fågeldal Söderbro Sälgberga Tranvallen Snöskog
  Fröberga Kornstrand Aleheden Klintnäs Tallmora Kyrksund Vårhov Fröstrand Hökås Norrlund
  Disaviken Alelösa Grönvik Rödberga Rävåker Hjortholm Munklund Rödheden Mossaström Fröhult
  Högahamn Häggeberga Silverköping Tingenäs Järnvik Vetetorp Kalksjö Drottvallen Fågelström Ängsrum
  Kalkarp Kungalinge Lervik Järnåker Rennäs Tranhult Ängsinge Klostervallen Månevallen Granmark
  Blåås Lindevik Fureskog Lärksund Höstsund Kornlinge Bergeheden Kopparinge Munkboda Vinterhult
  Ekeberga Klosterviken Lärkköping Örnheden Renrum Skogslund Gråholm Tingesund Kvarnhamn Aspevik
  Högaby Sandnäs Svanlösa Tallund Bergemora Ulledal Näseholm Enesjö Gråviken Veteboda
  Klinthov Järnmark Malmmora Vikeberga Malmvad Ishult Humlestrand Bergeboda Kornbro Ljungtorp
  Sälglinge Stormarp Rödarp Kornström Sälgbro Ljungvad Blåhamn Hökskog Snöås Mossafors
  Jarlehov Västersund Regnbro Laxberga Dalelinge Kyrkrum Björkbro Aspeheden Bokevik Varginge
  Vårmora Falktorp Torslund Västerköping Lärknäs Munklinge Odenslösa Vetehammar Fågelinge Malmvik
  Ängsmark Vikesund Drottkulla Enehov Smedsund Måstorp Dimmavik Kyrksjö Stjärnvik Stjärntuna
  Måneberga Näsehammar Regnberga Munksjö Ullestrand Veterum Vinterlinge Måneboda Odenshult Hageholm
  Älgmark Grönås Lindenäs Ugglevallen Bruksköping Hasseltorp Örnrum Stentuna Ljungberga Leringe
  Varghult Jarletorp Bokestad Grönmark Vikekulla Granås Vårlund Snösjö Disaskog Blåviken
  Bokeryd Gransjö Österhamn Dimmafors Lärkheden Jarlehammar Fureköping Grantorp Rönnboda Kungalund
  Ugglekulla Linåker Hökmark Örnviken Furesjö Grålinge Västermark Älgdal Måsskog Humlesjö
  Klosterfors Odenslund Solryd Gäddrum Jarlemora Ljungvallen Islund Älgheden Dimmahamn Hjortstad
  Måsheden Bruksarp Bisphov Vinterkulla Hasseltuna Malmsjö Grålösa Klinthammar Bispstad Järnfors
  Åkeringe Näsemark Almeköping Grusnäs Måsfors Ulleskog Skogsås Kungakulla Skogssund Kyrkinge
  Enevad Lerryd Gäddsjö Rågby Drottköping Enetuna Svantuna Svanhammar Disabro Bruksström
  Laxåker Grusvallen Stormåker Almefors Skogshammar Rödstrand Uggleström Fågelstrand Vitviken Stormhammar
`
  .trim()
  .split(/\s+/);

/** The municipality whose story the example tells. */
export const exampleMunicipality = { code: '9121', title: 'Ekeberga' } as const;
