package org.superbill.coding.cac;

import java.util.List;
import java.util.regex.Pattern;

/** The body surface that burns take, with the share of it that is of third degree. Source: ICD-10-CM Official Guidelines I.C.19.d.6; Tabular List, T31. */
final class Burns {
    private static final Pattern SURFACE = Pattern.compile(
            "(?i)(\\d{1,2})(?:[.,]\\d)? ?(?:%|percent|per cent) (?:of )?(?:the |his |her )?(?:total )?(?:body surface|BSA\\b|TBSA\\b)"
                    + "|(?:TBSA|body surface(?: area)?)[^.;]{0,30}?\\b(\\d{1,2})(?:[.,]\\d)? ?%");
    private static final Pattern THIRD = Pattern.compile(
            "(?i)(\\d{1,2})(?:[.,]\\d)? ?(?:%|percent) (?!TBSA|(?:of )?(?:the )?(?:total )?body)[^.;%]{0,40}?(?:third[- ]degree|full[- ]thickness)|(?:third[- ]degree|full[- ]thickness)[^.;%]{0,60}?\\b(\\d{1,2})(?:[.,]\\d)? ?(?:%|percent)");
    private static final Pattern OTHER_DEGREES = Pattern.compile(
            "(?i)(?:first|second)[- ]degree|partial[- ]thickness|superficial|(?:%|percent)[^.;]{0,60}(?:%|percent)");
    private static final Pattern ALL_THIRD = Pattern.compile("(?i)third[- ]degree|full[- ]thickness");

    /** A share beside a burn of a degree, where no other words say what it is of: not how much has healed, nor the strength of a cream. */
    private static final Pattern SHARE =
            Pattern.compile("(?i)(?:(?:first|second|third)[- ]degree|(?:full|partial)[- ]thickness) burns?\\b"
                    + "(?![^.;]{0,90}(?:heal|SpO2|satur|oxygen|room air|silver|sulfadiazine|cream|ointment|lidocaine|bacitracin))"
                    + "[^.;]{0,60}?\\b(\\d{1,2})(?:[.,]\\d)? ?(?:%|percent)()");

    private static final int STEP = 10;

    private Burns() {}

    static void surface(Candidates codes, ReadNote note) {
        if (!codes.has("T20", "T21", "T22", "T23", "T24", "T25")) {
            return;
        }
        var surface = SURFACE.matcher(note.text());
        if (!surface.find()) {
            surface = SHARE.matcher(note.text());
            if (!surface.find()) {
                return;
            }
        }
        var percent = number(surface.group(1), surface.group(2));
        var third = THIRD.matcher(note.text());
        var grave = 0;
        while (third.find()) {
            var share = number(third.group(1), third.group(2));
            grave = share <= percent
                            && share > grave
                            && (share != percent
                                    || !OTHER_DEGREES.matcher(note.text()).find())
                    ? share
                    : grave;
        }
        if (grave == 0
                && ALL_THIRD.matcher(note.text()).find()
                && !OTHER_DEGREES.matcher(note.text()).find()) {
            grave = percent; // all of it is of the only degree that is named
        }
        var code = "T31" + percent / STEP + (percent < STEP ? "" : String.valueOf(Math.min(grave, percent) / STEP));
        codes.add(code, List.of(Measures.mention("T31", "Burned body surface", surface.start(), surface.end())))
                .because(
                        "Guidelines I.C.19.d.6: how much of the body is burned, and how much of it to the third degree");
    }

    private static int number(String one, String other) {
        return Integer.parseInt(one == null ? other : one);
    }
}
