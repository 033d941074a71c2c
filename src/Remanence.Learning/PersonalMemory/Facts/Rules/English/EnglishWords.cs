namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>Words of one kind, as alternatives of a pattern.</summary>
internal static class EnglishWords
{
    public const string Relation =
        "wife|wifey|hubby|husband|partner|spouse|boyfriend|girlfriend|fianc[ée]e?|mother|mom|mum|mommy|mama|father|dad|daddy|papa|parents|son|daughter"
            + "|kid|child|baby"
        + "|toddler|twins?|"
        + "brother|sister|sibling|half[- ]brother|half[- "
        + "]sister|step(mother|mom|mum|father|dad|son|daughter|brother|sister)|grandmother|grandma|granny|nana|grandfather|grandpa|granddad|grandson"
        + "|granddaughter|"
        + "uncle|auntie|aunt|cousin|nephew|niece|(mother|father|brother|sister|son|daughter)[- ]in[- ]law|godmother|godfather|best "
        + "friend|friend|buddy|boss|manager|supervisor|colleague|coworker|co-worker|"
        + "roommate|room mate|flatmate|housemate|neighbou?r|landlord|landlady|teacher|tutor|coach|trainer|therapist|doctor|dentist|gp|nanny|babysitter";

    /// <summary>Languages by their names.</summary>
    public const string Tongue =
        "(?-i:English|French|German|Spanish|Italian|Portuguese|Dutch|Flemish|Swedish|Norwegian|Danish|Finnish|Icelandic|Estonian|Latvian|Lithuanian"
        + "|Polish|Czech|Slovak|Slovene|Slovenian|Croatian|Serbian|Bosnian|Albanian|Macedonian|Bulgarian|Romanian|Hungarian|Greek|Turkish|Russian"
        + "|Ukrainian|Belarusian|Arabic|Hebrew|Yiddish|Farsi|Persian|Kurdish|Pashto|Dari|Urdu|Hindi|Punjabi|Bengali|Gujarati|Marathi|Tamil|Telugu|Kannada"
        + "|Malayalam|Sinhala|Nepali|Mandarin|Cantonese|Hokkien|Chinese|Japanese|Korean|Vietnamese|Thai|Khmer|Lao|Burmese|Malay|Indonesian|Tagalog"
        + "|Filipino|Swahili|Yoruba|Igbo|Hausa|Zulu|Xhosa|Afrikaans|Amharic|Somali|Tigrinya|Twi|Wolof|Basque|Catalan|Galician|Welsh|Irish|Gaelic|Breton"
        + "|Maltese|Armenian|Georgian|Kazakh|Uzbek|Mongolian|Latin|Esperanto|Quechua|Guarani|Creole|Patois|ASL|BSL)|sign language";

    public const string Female =
        "wife|girlfriend|mother|mom|mum|mommy|mama|daughter|sister|half[- "
        + "]sister|step(mother|mom|mum|daughter|sister)|grandmother|grandma|granny|nana|granddaughter|auntie|aunt|niece|(mother|sister|daughter)[- ]in[- "
        + "]law|godmother|landlady|nanny";

    public const string Male =
        "husband|boyfriend|father|dad|daddy|papa|son|brother|half[- "
        + "]brother|step(father|dad|son|brother)|grandfather|grandpa|granddad|grandson|uncle|nephew|(father|brother|son)[- ]in[- ]law|godfather|landlord";

    public const string Relations =
        "parents|grandparents|kids|children|boys|girls|sons|daughters|brothers|sisters|siblings|twins|grandkids|grandchildren|nieces|nephews|cousins"
        + "|stepkids|stepchildren";

    /// <summary>What may stand before a relation or an animal.</summary>
    public const string Which =
        @"((older|younger|elder|eldest|oldest|youngest|middle|big|bigger|little|baby|twin|late|ex|old|new|dear|lovely|own|two|three|other|only|beloved"
        + @"|first)[\s-]+)*";

    public const string Animal =
        "dog|doggo|cat|kitty|puppy|pup|kitten|parrot|budgie|cockatiel|canary|hamster|gerbil|guinea "
        + "pig|rabbit|bunny|ferret|rat|mouse|turtle|tortoise|lizard|gecko|iguana|snake|horse|pony|donkey|goat|chicken|hen|duck|bird|goldfish|fish|axolotl"
        + "|hedgehog|"
        + "greyhound|labrador|lab|retriever|golden retriever|poodle|beagle|corgi|husky|pug|bulldog|dachshund|terrier|chihuahua|collie|border collie|german "
        + "shepherd|shepherd|dalmatian|rottweiler|boxer|spaniel|cocker spaniel|whippet|mutt|tabby|maine coon|ragdoll|persian|siamese";

    public const string Animals =
        "dogs|cats|puppies|kittens|parrots|budgies|hamsters|guinea "
        + "pigs|rabbits|bunnies|ferrets|rats|turtles|tortoises|snakes|horses|ponies|goats|chickens|hens|ducks|birds|goldfish|fish";

    public const string Job =
        "teacher|nurse|doctor|engineer|developer|programmer|designer|lawyer|solicitor|barrister|paralegal|student|undergrad|chef|cook|writer|author"
        + "|editor|copywriter|journalist|reporter|architect|accountant|bookkeeper|auditor|banker|broker|economist|"
        + "scientist|researcher|biologist|chemist|physicist|mathematician|statistician|geologist|astronomer|historian|philosopher|linguist|professor"
        + "|lecturer|postdoc|tutor|artist|painter|sculptor|potter|illustrator|animator|musician|singer|guitarist|drummer|pianist|violinist|composer"
        + "|conductor|dancer|"
        + "photographer|videographer|filmmaker|producer|carpenter|joiner|electrician|plumber|welder|mason|bricklayer|roofer|builder|contractor|surveyor"
        + "|driver|trucker|courier|pilot|captain|sailor|flight attendant|steward|stewardess|conductor|dentist|orthodontist|hygienist|pharmacist|optician"
        + "|optometrist|"
        + "radiographer|physio|physiotherapist|chiropractor|manager|director|supervisor|consultant|analyst|administrator|assistant|secretary|receptionist"
        + "|clerk|cashier|salesperson|salesman|saleswoman|sales rep|realtor|estate agent|recruiter|marketer|baker|butcher|brewer|farmer|gardener"
        + "|landscaper|florist|fisherman|forester|ranger|"
        + "translator|interpreter|librarian|archivist|editor|psychologist|psychiatrist|therapist|counsell?or|social worker|veterinarian|vet|vet "
        + "tech|surgeon|anesthetist|anaesthetist|cardiologist|radiologist|pediatrician|paediatrician|midwife|doula|caregiver|carer|nanny|babysitter|actor"
        + "|actress|comedian|model|barista|bartender|waiter|waitress|"
        + "mechanic|technician|machinist|firefighter|police "
        + "officer|cop|detective|soldier|officer|veteran|paramedic|emt|lifeguard|coach|trainer|instructor|yoga "
        + "teacher|hairdresser|barber|stylist|beautician|tailor|seamstress|cleaner|janitor|housekeeper|security guard|postman|mail "
        + "carrier|mailman|judge|politician|priest|pastor|rabbi|monk|nun|"
        + "entrepreneur|founder|freelancer|contractor|intern|apprentice|trainee|data scientist|product manager|project "
        + "manager|sysadmin|devops|tester|streamer|youtuber|blogger|podcaster|homemaker|housewife|stay[- ]at[- ]home "
        + "(mom|mum|dad|parent)|[a-z]{3,}(ologist|ographer)";

    public const string Condition =
        "asthma|diabetes|type [12] diabetes|celiac|coeliac|ulcerative colitis|ibd|kidney stones|acid reflux|gerd|a heart "
        + "(condition|murmur|arrhythmia)|heart disease|thyroid problems|hashimoto's|raynaud's|tourette'?s|sciatica|a (herniated|slipped) disc|chronic "
        + "(pain|fatigue|migraines)|hepatitis [abc]|hiv|pots|narcolepsy|sinusitis|rosacea|alopecia|vitiligo|afib|angina|copd|celiac disease|coeliac "
        + "disease|crohn's|ibs|arthritis|rheumatoid arthritis|epilepsy|adhd|add|autism|dyslexia|depression|anxiety|ptsd|ocd|bipolar "
        + "disorder|insomnia|sleep apn(o)?ea|migraines?|eczema|psoriasis|hay fever|tinnitus|vertigo|scoliosis|"
        + "high blood pressure|hypertension|low blood pressure|high "
        + "cholesterol|an(a)?emia|hypothyroidism|endometriosis|pcos|cancer|lupus|fibromyalgia|parkinson's|ms|multiple "
        + "sclerosis|glaucoma|cataracts|osteoporosis|gout|a pacemaker|a bad (back|knee|hip|shoulder)|bad knees|flat feet|colou?r blindness|long covid";

    public const string State =
        "diabetic|prediabetic|immunocompromised|neurodivergent|hypermobile|lactose[- ]intolerant|type [12] "
        + "diabetic|asthmatic|epileptic|dyslexic|autistic|bipolar|pregnant|colou?r[- ]?blind|blind|deaf|hard of "
        + "hearing|an(a)?emic|short-?sighted|near-?sighted|far-?sighted|left[- ]handed|right[- ]handed|ambidextrous|in remission|sober";

    public const string Demonym =
        "American|British|English|Scottish|Welsh|Irish|German|French|Italian|Spanish|Portuguese|Dutch|Belgian|Swiss|Austrian|Swedish|Norwegian|Danish"
        + "|Finnish|Icelandic|Polish|Czech|Slovak|Slovenian|Hungarian|Romanian|Bulgarian|Greek|Turkish|Russian|Ukrainian|Belarusian|Lithuanian|Latvian"
        + "|Estonian|Serbian|Croatian|Bosnian|Albanian|"
        + "Canadian|Mexican|Brazilian|Argentinian|Argentine|Chilean|Peruvian|Colombian|Venezuelan|Ecuadorian|Bolivian|Uruguayan|Cuban|Dominican|Jamaican"
        + "|Puerto Rican|Guatemalan|Chinese|Japanese|Korean|South Korean|Taiwanese|Thai|Vietnamese|Filipino|Filipina|Indonesian|Malaysian|Singaporean"
        + "|Burmese|Cambodian|Indian|Pakistani|Bangladeshi|Nepali|Nepalese|Sri Lankan|Afghan|"
        + "Iranian|Persian|Iraqi|Syrian|Lebanese|Israeli|Palestinian|Jordanian|Egyptian|Moroccan|Tunisian|Algerian|Libyan|Saudi|Emirati|Yemeni|Armenian"
        + "|Georgian|Azerbaijani|Kazakh|Uzbek|Nigerian|Ghanaian|Kenyan|Ethiopian|Somali|Sudanese|Ugandan|Tanzanian|South African|Zimbabwean|Senegalese"
        + "|Cameroonian|Congolese|Rwandan|Australian|Kiwi|New Zealander|Maltese|Cypriot|Catalan|Basque|European|African|Asian|Scot|Brit|Swede|Dane|Finn"
        + "|Pole|Spaniard|Turk";

    /// <summary>What is bought, owned and sold, so that "I have a …" says something lasting.</summary>
    public const string Possession =
        "car|van|truck|pickup|motorbike|motorcycle|moped|scooter|vespa|bike|bicycle|e-?bike|mountain bike|road "
        + "bike|boat|sailboat|kayak|canoe|caravan|camper|campervan|rv|house|flat|apartment|condo|cottage|cabin|farm|garden|allotment|greenhouse|balcony"
        + "|backyard|pool|hot tub|sauna|piano|guitar|violin|cello|drum kit|ukulele|saxophone|trumpet|flute|synth|keyboard|"
        + "camera|drone|telescope|laptop|macbook|pc|desktop|tablet|ipad|iphone|phone|smartwatch|watch|kindle|console|playstation|xbox|switch|vr headset|3d "
        + "printer|tv|projector|turntable|record player|air ?fryer|espresso machine|coffee machine|sewing machine|treadmill|rowing "
        + "machine|tent|surfboard|snowboard|skateboard|skis|electric car|business|company|shop|tattoo|driver'?s licen[cs]e|driving "
        + "licen[cs]e|passport|visa|green card|season ticket|gym membership|telly|washing machine|dishwasher|oven|microwave";

    public const string Weekday = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun";

    public const string Month =
        "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec";

    public const string Season = "spring|summer|autumn|fall|winter|christmas|easter|thanksgiving|new year'?s?( eve| day)?";

    public const string Count =
        @"a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|several|many|a few|a couple( of)?|\d+";

    /// <summary>A moment that has been.</summary>
    public const string Past =
        $@"(yesterday|the day before yesterday|today|this (morning|week|month|year|{Season})|last (night|week|weekend|month|year|{Season}|{Weekday}"
        + $@"|{Month})|(about |around |almost |over )?({Count}) (days?|weeks?|months?|years?|decades?) (ago|back)|ages ago|a while (ago|back)"
        + $@"|(back )?in ((early|mid|late)[ -])?((19|20)\d\d|({Month})\b( (19|20)\d\d)?|the ({Season})|my (teens|twenties|thirties))|on (the )?({Weekday}"
        + $@"|(new year'?s?|christmas)( eve| day)?|({Month}) \d+(st|nd|rd|th)?|\d+(st|nd|rd|th)?( of)? ({Month})|\d+(st|nd|rd|th))|over the (weekend"
        + $@"|{Season})|the other (day|week)|recently|earlier (today|this (week|month|year)))";

    /// <summary>A moment to come.</summary>
    public const string Coming =
        $@"(today|tonight|tomorrow|the day after tomorrow|this (evening|afternoon|weekend|{Weekday}|{Season}|coming \w+)|later (today|this (week|month"
        + $@"|year))|next (week|weekend|month|year|{Season}|{Weekday}|{Month})|in ({Count}) (days?|weeks?|months?|years?)( time)?|in (a )?(few"
        + $@"|couple( of)?) (days|weeks|months)|in (the )?(new year|{Season})|in (early |mid |late )?({Month})( (19|20)\d\d)?|in 20\d\d|(on |by |from "
        + $@"|until )?(the )?(({Month}) \d+(st|nd|rd|th)?|\d+(st|nd|rd|th)?( of)? ({Month})|\d+(st|nd|rd|th))|(on|this|by) ({Weekday})|(at"
        + $@"|for) ({Season})|(?<!as )soon(?! as)|over the ({Season}|weekend|holidays))";

    /// <summary>How often.</summary>
    public const string Often =
        $@"((every|each) (single |other |second )?(day|night|morning|afternoon|evening|weekday|weekend|week|month|year|{Season}|({Weekday})s?( (morning"
        + $@"|afternoon|evening|night)s?)?)((,| and|,? or| &) ({Weekday})s?)*|on (weekends|weekdays|week nights|(sunday|monday|tuesday|wednesday|thursday"
        + $@"|friday|saturday)(s| (mornings|afternoons|evenings|nights))((,| and|,? or| &) ({Weekday})s?( (mornings|afternoons|evenings|nights))?)*)"
        + $@"|at (the )?weekends?|(once|twice|(two|three|four|five|six|\d) times|several times|a few times) (a|every|each|per) (day|week|month|year)"
        + $@"|daily|weekly|nightly|(most|all) (days|mornings|evenings|nights|weekends|weekdays)|(right |just |straight )?(before|after) (bed|bedtime"
        + $@"|sleep|work|school|breakfast|lunch|dinner|supper|meals|class|church)|first thing( in the morning)?|in the (mornings|evenings)|without fail"
        + $@"|year[- ]round|(three|four|five|six|seven|[3-7]) (days|nights|mornings) a week)";
}
