package org.superbill.coding.cac;

import java.util.regex.Pattern;

/** Which codes are of one sex only, and which are no conditions at all. */
final class Anatomy {
    private static final Pattern FEMALE_TITLE = Pattern.compile(
            "\\b(female|ovar|uter|vagin|vulv|cervix|menstru|menopaus|endometri|pregnan|obstetric|puerper|fallopian|leiomyoma of)");
    private static final Pattern MALE_TITLE =
            Pattern.compile("\\b(male|prostat|penis|penile|testi|scrot|epididym|spermatic)");

    private Anatomy() {}

    static boolean isFemale(String code, String title) {
        return code.startsWith("O") && !code.startsWith("O36")
                || code.compareTo("N70") >= 0 && code.compareTo("N99") < 0
                || !code.startsWith("Z")
                        && FEMALE_TITLE.matcher(title).find()
                        && !title.contains("ureter")
                        && !title.contains("male and female")
                        && !title.contains("(female) (male)");
    }

    static boolean isMale(String code, String title) {
        return code.compareTo("N40") >= 0 && code.compareTo("N54") < 0
                || MALE_TITLE.matcher(title).find() && !title.contains("(female) (male)");
    }

    static boolean isExternalCause(String code) {
        var chapter = code.charAt(0);
        return chapter == 'V' || chapter == 'W' || chapter == 'X' || chapter == 'Y';
    }
}
