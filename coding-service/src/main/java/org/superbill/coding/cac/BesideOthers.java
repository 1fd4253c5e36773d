package org.superbill.coding.cac;

import java.util.regex.Pattern;

/** Codes that the Tabular List wants before or beside another, and what one word of the note makes of one. Source: ICD-10-CM Official Guidelines I.A.17; Tabular List. */
final class BesideOthers {
    private static final Pattern OF_INFECTION = Pattern.compile(
            "(?i)\\bshiga|\\bSTEC\\b|\\bEHEC\\b|\\bO157|infection-associated|ha?emolytic[- ]ur\\w+ syndrome (?:due|secondary) to [^.;]{0,40}(?:E\\. coli|Escherichia|pneumoni|Shigell)");
    private static final Pattern URINARY = Pattern.compile("(?i)urinary tract infection|\\b(?:CA)?UTI\\b");

    private BesideOthers() {}

    static void apply(Candidates codes, ReadNote note) {
        codes.find("J1282")
                .ifPresent(pneumonia -> codes.add("U071", pneumonia.mentions())
                        .because("Guidelines I.C.1.g.1.c: the pneumonia of COVID-19 is coded behind U07.1"));
        for (var uremic : codes.all("D5930")) {
            if (note.says(OF_INFECTION, 0, note.text().length())) {
                codes.replace(uremic, "D5931", "Index: syndrome, hemolytic-uremic, infection-associated");
            }
        }
        if (!codes.has("D70")) {
            codes.find("R5081")
                    .ifPresent(fever -> codes.add("D709", fever.mentions())
                            .because("Tabular List, R50.81: code first the underlying condition, the neutropenia"));
        }
        if (!codes.has("N10", "N12", "N13", "N15", "N30", "N34", "N39")) {
            codes.find("T8351")
                    .filter(device -> device.mentions().stream()
                            .anyMatch(mention -> URINARY.matcher(note.text().substring(mention.start(), mention.end()))
                                    .find()))
                    .ifPresent(device -> codes.add("N390", device.mentions())
                            .because("Tabular List, T83.5: use additional code to identify infection"));
        }
    }
}
