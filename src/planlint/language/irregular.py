"""English words that do not take -s, -ed and -ing as others do."""

from __future__ import annotations

# Plain form, then its past forms; -s and -ing come by rule unless an -ing form stands here.
_VERBS = """
be am is are was were been being; have has had having; do does did done doing; go goes went gone going; arise arose
arisen; awake awoke awoken; bear bore borne born; beat beaten; become became; begin began begun; bend bent; bet; bind
bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought; broadcast; build
built; burn burnt burned; burst; buy bought; cast; catch caught; choose chose chosen; cling clung; come came; cost;
creep crept; cut; deal dealt; dig dug; draw drew drawn; dream dreamt dreamed; drink drank drunk; drive drove driven;
eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find found; fit fitted; flee fled; fly flew flown;
forbid forbade forbidden; forecast forecasted; foresee foresaw foreseen; forget forgot forgotten; forgive forgave
forgiven; freeze froze frozen; get got gotten; give gave given; grind ground; grow grew grown; hang hung; hear heard;
hide hid hidden; hit; hold held; hurt; keep kept; know knew known; lay laid; lead led; leap leapt leaped; learn learnt
learned; leave left; lend lent; let; lie lay lain lied; lose lost; make made; mean meant; meet met; mislead misled;
mistake mistook mistaken; misunderstand misunderstood; offset; outgrow outgrew outgrown; overcome overcame; oversee
oversaw overseen; overtake overtook overtaken; pay paid; prove proved proven; put; quit; read; rebuild rebuilt; redo
redid redone; redraw redrew redrawn; repay repaid; rerun reran; reset; resit resat; reteach retaught; rethink
rethought; retell retold; rewrite rewrote rewritten; ride rode ridden; ring rang rung; rise rose risen; run ran; say
said; see saw seen; seek sought; sell sold; send sent; set; shake shook shaken; shed; shine shone; shoot shot; show
showed shown; shrink shrank shrunk; shut; sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid; speak
spoke spoken; speed sped speeded; spell spelt spelled; spend spent; spill spilt spilled; split; spread; spring sprang
sprung; stand stood; steal stole stolen; stick stuck; strike struck; strive strove striven; swear swore sworn; sweep
swept; swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told; think thought; throw
threw thrown; undergo undergoes underwent undergone; underpin underpinned underpinning; understand understood;
undertake undertook undertaken; uphold upheld; upset; wake woke woken; wear wore worn; weave wove woven; win won; wind
wound; withdraw withdrew withdrawn; withhold withheld; withstand withstood; write wrote written
"""
_NOUNS = """
child children; person people persons; man men; woman women; headmaster headmasters; foot feet; tooth teeth; mouse
mice; criterion criteria criterions; phenomenon phenomena; curriculum curricula curriculums; medium media; datum data;
forum forums fora; memorandum memoranda memorandums; stratum strata; syllabus syllabuses syllabi; focus focuses foci;
campus campuses; analysis analyses; basis bases; crisis crises; diagnosis diagnoses; emphasis emphases; hypothesis
hypotheses; thesis theses; synthesis syntheses; parenthesis parentheses; index indexes indices; appendix appendices
appendixes; matrix matrices matrixes; formula formulae formulas; alumnus alumni; stimulus stimuli; half halves; life
lives; leaf leaves; shelf shelves; self selves; wife wives; knife knives; thief thieves; loaf loaves; quiz quizzes
quizzed quizzing; staff staffs staffed staffing; series; species; bureau bureaux bureaus; plateau plateaus plateaux
"""
_ADJECTIVES = """
high higher highest; low lower lowest; great greater greatest; strong stronger strongest; weak weaker weakest; small
smaller smallest; large larger largest; big bigger biggest; short shorter shortest; long longer longest; clear clearer
clearest clears cleared clearing; close closer closest closes closed closing; deep deeper deepest; wide wider widest;
broad broader broadest; early earlier earliest; late later latest; easy easier easiest; simple simpler simplest; new
newer newest; old older oldest; quick quicker quickest; hard harder hardest; slow slower slowest slows slowed slowing;
light lighter lightest lights lit lighted lighting; safe safer safest; poor poorer poorest; young younger youngest;
near nearer nearest nears neared nearing; tight tighter tightest; thin thinner thinnest thins thinned thinning; lean
leaner leanest leans leaned leant leaning; full fuller fullest
"""
# Words that are grammar, not matter: they have no forms, and adding -s or -ing to them makes other words.
_FIXED = """
a an the this that these those i me my we us our ours you your yours he him his she her hers it its they them their
theirs and or but nor so if as at by for from in into of off on onto out over per to up upon with within without about
above across after against along among around before behind below beside besides between beyond down during except
inside near outside since than then through throughout till toward towards under until via not no never ever also only
just very too all any both each either every few many most much neither none other same several some such who whom
whose which what when where why how whether will would can could shall should may might must ought one two three four
five six seven eight nine ten eleven twelve hundred here there now once twice always often again still yet already
first third because though although while whereas unless good best better bad worse worst less least more most
nothing
"""


def _read(lines: str) -> list[list[str]]:
    return [entry.split() for entry in lines.split(";") if entry.strip()]


def _other_forms(lines: str) -> dict[str, frozenset[str]]:
    return {entry[0]: frozenset(entry) for entry in _read(lines)}


VERBS = _other_forms(_VERBS)
NOUNS = _other_forms(_NOUNS)
ADJECTIVES = _other_forms(_ADJECTIVES)
# Past forms that are first of all words of their own.
_OWN = frozenset(("left", "felt", "ground", "bound", "wound", "rose", "lay", "born", "thought", "saw", "fell", "lit"))


def _pasts() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for base, forms in VERBS.items():
        for form in forms - {base} - _OWN - VERBS.keys() - NOUNS.keys():
            if not form.endswith("ing"):
                found.setdefault(form, set()).add(base)
    return found


PASTS = _pasts()
FIXED = frozenset(_FIXED.split())
