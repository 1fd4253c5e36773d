package org.superbill.coding.cac;

import java.util.Locale;
import java.util.regex.Pattern;

/** The side of the body that a code or a note names. */
enum Side {
    /** The code has no side at all. */
    NONE,
    RIGHT,
    LEFT,
    BILATERAL,
    /** The code says that the side is not known. */
    UNSPECIFIED;

    private static final Pattern UNKNOWN = Pattern.compile(
            "unspecified (?:[a-z]+ )?(?:eye|ear|side|limb|lower limb|upper limb|knee|hip|shoulder|elbow|wrist|hand|finger|finger\\(s\\)|ankle|foot|toe|toe\\(s\\)|leg|lower leg|thigh|forearm|upper arm|arm|breast|lung|kidney|ovary|testis|femur|tibia|fibula|humerus|radius|ulna|clavicle|scapula|patella|calcaneus|talus|axilla|buttock|heel|calf|main bronchus|bronchus or lung|bronchus|carotid artery|vertebral artery|middle cerebral artery|anterior cerebral artery|posterior cerebral artery|cerebellar artery|cerebral artery|lower extremity|upper extremity|deep veins of .*|popliteal vein|femoral vein|iliac vein|tibial vein|malleolus|eyelid|orbit|cornea|conjunctiva|retina|adrenal gland|female breast|male breast|joint|fallopian tube|ureter|renal pelvis|nipple and areola)");

    static Side of(String title) {
        var lower = title.toLowerCase(Locale.ROOT);
        var right = has(lower, "right");
        var left = has(lower, "left");
        if (has(lower, "bilateral") || right && left) {
            return BILATERAL;
        }
        if (right) {
            return RIGHT;
        }
        if (left) {
            return LEFT;
        }
        return UNKNOWN.matcher(lower).find() ? UNSPECIFIED : NONE;
    }

    private static boolean has(String lower, String word) {
        var at = lower.indexOf(word);
        return at >= 0
                && (at == 0 || !Character.isLetter(lower.charAt(at - 1)))
                && (at + word.length() == lower.length() || !Character.isLetter(lower.charAt(at + word.length())));
    }
}
