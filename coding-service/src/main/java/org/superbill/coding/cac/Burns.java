package org.superbill.coding.cac;

import java.util.List;
import java.util.regex.Pattern;

/** The body surface that burns take, with the share of it that is of third degree. Source: ICD-10-CM Official Guidelines I.C.19.d.6; Tabular List, T31. */
final class Burns {
    private static final Pattern SURFACE = Pattern.compile(
            "(?i)(\\d{1,2})(?:[.,]\\d)? ?(?:%|percent|per cent) (?:of )?(?:the |his |her )?(?:total )?(?:body surface|BSA\\b|TBSA\\b)"
                    + "|(?:TBSA|body surface(?: area)?)[^.;]{0,30}?\\b(\\d{1,2})(?:[.,]\\d)? ?%");
    private static final Pattern THIRD = Pattern.compile(
            "(?i)(\\d{1,2})(?:[.,]\\d)? ?% [^.;%]{0,40}?(?:third[- ]degree|full[- ]thickness)|(?:third[- ]degree|full[- ]thickness)[^.;%]{0,40}?\\b(\\d{1,2})(?:[.,]\\d)? ?%");
    private static final int STEP = 10;

    private Burns() {}

    static void surface(Candidates codes, ReadNote note) {
        if (!codes.has("T20", "T21", "T22", "T23", "T24", "T25")) {
            return;
        }
        var surface = SURFACE.matcher(note.text());
        if (!surface.find()) {
            return;
        }
        var percent = number(surface.group(1), surface.group(2));
        var third = THIRD.matcher(note.text());
        var grave = 0;
        while (third.find()) {
            var share = number(third.group(1), third.group(2));
            grave = share <= percent && share > grave && third.start() != surface.start() ? share : grave;
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
