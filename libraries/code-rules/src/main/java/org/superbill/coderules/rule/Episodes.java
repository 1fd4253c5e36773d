package org.superbill.coderules.rule;

/** The episode of care that the 7th character of an injury, a pathological fracture or an external cause says. Source: guideline I.C.19.a. */
final class Episodes {
    static final char INITIAL = 'A';
    static final char SUBSEQUENT = 'D';
    static final char SEQUELA = 'S';
    private static final int SEVENTH = 6;
    private static final String BY_EPISODE = "STM";
    /** A, and of open fractures B and C. */
    private static final String ACTIVE = "ABC";

    private Episodes() {}

    /** Chapter 19, and fractures of chapter 13; gout, which has figures there, is none. */
    static boolean isByEpisode(String code) {
        return code.length() == SEVENTH + 1
                && BY_EPISODE.indexOf(code.charAt(0)) >= 0
                && Character.isLetter(code.charAt(SEVENTH));
    }

    /** An external cause that says the episode; some have no 7th character. */
    static boolean isCauseByEpisode(String code) {
        return code.length() == SEVENTH + 1
                && "VWXY".indexOf(code.charAt(0)) >= 0
                && Character.isLetter(code.charAt(SEVENTH));
    }

    /** Of a code that says it. */
    static char of(String code) {
        var seventh = code.charAt(SEVENTH);
        if (ACTIVE.indexOf(seventh) >= 0) {
            return INITIAL;
        }
        return seventh == SEQUELA ? SEQUELA : SUBSEQUENT;
    }
}
