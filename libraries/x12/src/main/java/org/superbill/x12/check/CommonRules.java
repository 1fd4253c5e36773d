package org.superbill.x12.check;

import java.util.List;
import org.superbill.x12.Segment;
import org.superbill.x12.check.Rule.Test;
import org.superbill.x12.guide.LoopUse;

/** What all guides demand of dates, addresses, names, identifiers and levels. */
final class CommonRules {
    private static final String DATE_CODE = "8";
    /** Of one HI segment; whatever more a file has is an error already. */
    private static final int MOST_CODES = 12;

    private CommonRules() {}

    static List<Rule> list() {
        var rules = new Rules();
        dates(rules);
        addresses(rules);
        names(rules);
        levels(rules);
        return rules.list();
    }

    private static void dates(Rules rules) {
        rules.error(SnipLevel.GUIDE, "date-is-in-its-format")
                .atEach("DTP", "DMG", "PAT", "INS", "MPI", "HI")
                .says("The value is no date or time of the format that the element before it names")
                .source("X12 005010, elements 1250 and 1251: D8, RD8, DT, TM")
                .when((loop, segment, findings) -> {
                    if (segment.is("HI")) {
                        codeDates(loop, segment, findings);
                    } else {
                        int format = formatElement(segment);
                        if (segment.has(format + 1)
                                && !Dates.isOf(segment.element(format), segment.element(format + 1))) {
                            findings.element(loop, segment, format + 1, 0, DATE_CODE, "");
                        }
                    }
                });
        rules.error(SnipLevel.SITUATION, "range-ends-after-it-begins")
                .atEach("DTP")
                .says("The range of dates ends before it begins")
                .source("X12 005010, element 1250: RD8 is first and last day")
                .when((loop, dtp, findings) -> {
                    if (dtp.elementIs(2, "RD8")) {
                        int from = Dates.from(dtp);
                        int to = Dates.to(dtp);
                        if (to != Dates.NONE && to < from) {
                            findings.element(loop, dtp, 3, 0, DATE_CODE, "");
                        }
                    }
                });
    }

    private static int formatElement(Segment segment) {
        return switch (segment.id()) {
            case "DTP" -> 2;
            case "DMG" -> 1;
            case "PAT" -> 5;
            case "INS" -> 11;
            default -> 6;
        };
    }

    /** Occurrence codes and procedures carry their date as third and fourth component. */
    private static void codeDates(PlacedLoop loop, Segment hi, Findings findings) {
        for (int element = 1; element <= MOST_CODES; element++) {
            var value = hi.component(element, 4);
            if (!value.isEmpty() && !Dates.isOf(hi.component(element, 3), value)) {
                findings.element(loop, hi, element, 4, DATE_CODE, "");
            }
        }
    }

    private static void addresses(Rules rules) {
        rules.error(SnipLevel.GUIDE, "address-has-its-state")
                .atEach("N4")
                .says("An address in the United States or Canada has its state or province (N402)")
                .source("All guides, N4: N402 and N403 are needed in the United States and Canada, N404 elsewhere only")
                .when((loop, n4, findings) -> {
                    if (isAtHome(n4) && !n4.has(2)) {
                        findings.elementMissing(loop, n4, 2);
                    }
                });
        rules.error(SnipLevel.GUIDE, "address-has-its-postal-code")
                .atEach("N4")
                .says("An address in the United States or Canada has its postal code (N403)")
                .source("All guides, N4: N402 and N403 are needed in the United States and Canada, N404 elsewhere only")
                .when((loop, n4, findings) -> {
                    if (isAtHome(n4) && !n4.has(3)) {
                        findings.elementMissing(loop, n4, 3);
                    }
                });
        rules.error(SnipLevel.GUIDE, "zip-code-has-five-or-nine-digits")
                .atEach("N4")
                .says("A ZIP code has five or nine digits and no hyphen")
                .source("All guides, N4 with code source 51: without N404 the address is in the United States")
                .when((loop, n4, findings) -> {
                    if (!n4.has(4) && n4.has(3)) {
                        var zip = n4.element(3);
                        if (!isDigits(zip) || zip.length() != 5 && zip.length() != 9) {
                            findings.mismatch(loop, n4, 3);
                        }
                    }
                });
    }

    private static boolean isAtHome(Segment n4) {
        return !n4.has(4) || n4.elementIs(4, "US") || n4.elementIs(4, "CA");
    }

    private static void names(Rules rules) {
        rules.error(SnipLevel.GUIDE, "organization-has-no-first-name")
                .atEach("NM1")
                .says("An organization (NM102 2) has a first or middle name or a suffix")
                .source("All guides, NM1: NM104 to NM107 are a person's only")
                .when((loop, nm1, findings) -> {
                    if (nm1.elementIs(2, "2")) {
                        for (int element = 4; element <= 7; element++) {
                            if (nm1.has(element)) {
                                findings.because(loop, nm1, 2, 0).elementNotUsed(loop, nm1, element);
                                return;
                            }
                        }
                    }
                });
        rules.warning(SnipLevel.GUIDE, "person-has-a-first-name")
                .atEach("NM1")
                .says("A person (NM102 1) with a last name has no first name")
                .source("All guides, NM1: NM104 is needed when the person has a first name")
                .when((loop, nm1, findings) -> {
                    boolean isCorrection = nm1.elementIs(1, "74"); // of an 835: only what was wrong is told
                    if (nm1.elementIs(2, "1") && nm1.has(3) && !nm1.has(4) && !isCorrection) {
                        findings.because(loop, nm1, 2, 0).elementMissing(loop, nm1, 4);
                    }
                });
        rules.warning(SnipLevel.GUIDE, "npi-has-its-check-digit")
                .atEach("NM1", "N1")
                .says("The National Provider Identifier is not ten digits with the right check digit")
                .source(
                        "All guides, NM1 and N1 with XX; 45 CFR 162.406 and CMS's algorithm (Luhn over 80840 and the number)")
                .when((loop, name, findings) -> {
                    int qualifier = name.is("N1") ? 3 : 8;
                    if (name.elementIs(qualifier, "XX") && !Npi.isValid(name.element(qualifier + 1))) {
                        findings.mismatch(loop, name, qualifier + 1);
                    }
                });
    }

    private static void levels(Rules rules) {
        rules.error(SnipLevel.GUIDE, "level-names-its-parent")
                .atEach("HL")
                .says("HL02 is not the number of the level around this one")
                .source("All guides with HL: HL02 is HL01 of the parent level")
                .when((loop, hl, findings) -> {
                    var parent = loop.parent();
                    if (parent != null
                            && parent.first().is("HL")
                            && !hl.element(2).equals(parent.first().element(1))) {
                        findings.because(parent, parent.first(), 1, 0).mismatch(loop, hl, 2);
                    }
                });
        rules.error(SnipLevel.GUIDE, "level-tells-of-levels-in-it")
                .atEndOf("2000A", "2000B", "2000C", "2000D", "2000E")
                .says("HL04 says 1 and no level stands in this one, or 0 and one does")
                .source("All guides with HL: HL04 is 1 when there are subordinate levels, else 0")
                .when((loop, hl, findings) -> {
                    if (hl.is("HL") && hl.has(4)) {
                        boolean holds = holdsLevel(loop);
                        if (hl.elementIs(4, holds ? "0" : "1")) {
                            findings.mismatch(loop, hl, 4);
                        }
                    }
                });
    }

    /** For guides whose words leave it open how levels are numbered, so long as the numbers differ. */
    static List<Rule> countedLevels() {
        var rules = new Rules();
        rules.warning(SnipLevel.GUIDE, "levels-count-up")
                .atEach("HL")
                .says("HL01 does not count the levels of the transaction set from 1")
                .source("Guides of the 270, 271, 276, 277 and 277CA, HL01")
                .whenCounting(CommonRules::levelsCountUp);
        return rules.list();
    }

    private static boolean holdsLevel(PlacedLoop loop) {
        for (var part : loop.def().parts()) {
            if (part instanceof LoopUse use
                    && use.trigger().id().equals("HL")
                    && loop.count(use.loop().id()) > 0) {
                return true;
            }
        }
        return false;
    }

    /** HL01 counts from 1 through the transaction set; of no use where a level is lost, then it is said once. */
    static Test levelsCountUp() {
        var last = new long[1];
        return (loop, hl, findings) -> {
            var number = hl.element(1);
            long read = isDigits(number) && number.length() <= 12 ? Long.parseLong(number) : -1;
            if (read != last[0] + 1) {
                findings.mismatch(loop, hl, 1);
            }
            last[0] = read < 0 ? last[0] + 1 : read;
        };
    }

    static boolean isDigits(String value) {
        for (int at = 0; at < value.length(); at++) {
            if (value.charAt(at) < '0' || value.charAt(at) > '9') {
                return false;
            }
        }
        return !value.isEmpty();
    }
}
