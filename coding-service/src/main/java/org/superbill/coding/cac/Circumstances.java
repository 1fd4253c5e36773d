package org.superbill.coding.cac;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the record says beside the words of a term, and how well a title agrees with it: kind of encounter, open or closed, trimester, sex.
 *
 * @param near the words of the sentence
 * @param beside those of them that no comma or "and" parts from the mention
 * @param openOfTypeThree by Gustilo's classification
 * @param trimester 1 to 3, or null
 * @param delivered whether the record is of a birth
 * @param sex of the patient, or null
 * @param said the words of the mention, from its first to its last
 */
record Circumstances(
        ReadNote note,
        Set<String> near,
        Set<String> beside,
        Side side,
        Phase phase,
        boolean open,
        boolean openOfTypeThree,
        @Nullable Integer trimester,
        boolean delivered,
        Encounter.@Nullable Sex sex,
        String said) {

    static final double WRONG = -100;

    private static final double OF_ANOTHER_TRIMESTER = -2;
    private static final Pattern MALE = Pattern.compile("\\bmale\\b");
    private static final Pattern DENYING = Pattern.compile("(?i)\\bw/o\\b|\\bwithout\\b|\\bno\\b");

    /** What a code is for, in the seventh place and beside it. */
    enum Phase {
        INITIAL,
        SUBSEQUENT,
        SEQUELA
    }

    /** Above 0 for a title that says what the record says, {@link #WRONG} for one that contradicts it. */
    double agrees(String title) {
        return phase(title) + trimester(title) + sex(title);
    }

    /** What of it tells a code from its neighbour. */
    Neighbours.Said words() {
        return new Neighbours.Said(note, near, Set.of(side), said);
    }

    /** The same of one side. */
    Circumstances on(Side other) {
        return new Circumstances(
                note, near, beside, other, phase, open, openOfTypeThree, trimester, delivered, sex, said);
    }

    /** Whether the mention itself denies something. */
    boolean denies() {
        return DENYING.matcher(said).find();
    }

    private double sex(String title) {
        var female = title.contains("female");
        if (sex == null
                || !female && !(title.contains("male") && MALE.matcher(title).find())) {
            return 0;
        }
        return female == (sex == Encounter.Sex.FEMALE) ? 0 : WRONG;
    }

    private double phase(String title) {
        var named = title.contains("subsequent encounter")
                ? Phase.SUBSEQUENT
                : title.endsWith("sequela")
                        ? Phase.SEQUELA
                        : title.contains("initial encounter") ? Phase.INITIAL : null;
        if (named == null) {
            return 0;
        }
        if (named != phase) {
            return WRONG;
        }
        if (named == Phase.SUBSEQUENT) {
            return title.contains("routine healing")
                            || !title.contains("healing") && !title.contains("nonunion") && !title.contains("malunion")
                    ? title.contains("open fracture") ? -1 : 0
                    : -2;
        }
        if (title.contains("open fracture")) {
            var grave = title.contains("type iiia");
            return open ? (grave == openOfTypeThree ? 1 : -1) : WRONG;
        }
        return title.contains("closed fracture") && open ? WRONG : 0;
    }

    private double trimester(String title) {
        var named = title.contains("first trimester")
                ? 1
                : title.contains("second trimester") ? 2 : title.contains("third trimester") ? 3 : 0;
        var score = title.contains("fetus") && !title.contains("not applicable") ? -3.0 : 0;
        if (delivered && title.contains("complicating childbirth")) {
            return score + 3;
        }
        if (named == 0) {
            return score
                    + (title.contains("unspecified trimester") ? -0.5 : 0)
                    + (title.contains("complicating the puerperium") || title.contains("complicating childbirth")
                            ? -1
                            : 0);
        }
        if (trimester == null) {
            return score + OF_ANOTHER_TRIMESTER;
        }
        return named == trimester ? score + 2 : WRONG;
    }
}
