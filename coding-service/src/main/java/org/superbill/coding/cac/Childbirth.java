package org.superbill.coding.cac;

import java.util.List;
import java.util.regex.Pattern;

/** What a delivery during the encounter makes of other codes. Source: ICD-10-CM Official Guidelines I.C.15.a.3, I.C.15.b.4-5; Tabular List, chapter 15. */
final class Childbirth {
    private static final Pattern DELIVERED = Pattern.compile(
            "(?i)delivery summary|delivered by|liveborn|live newborn|vaginal delivery|gave birth|born alive|was delivered|were delivered|"
                    + "cesarean (?:section )?[^.;]{0,60}\\bgave birth|cesarean section (?:for|was|performed|because|due)|emergency cesarean|cesarean delivery (?:for|was|because|due)");
    private static final Pattern TWINS = Pattern.compile("(?i)\\btwins?\\b");
    private static final Pattern BOTH_ALIVE = Pattern.compile(
            "(?i)\\b(?:two|both)\\b[^.;]{0,60}\\b(?:born alive|born|live|liveborn|healthy|newborns|infants|girls|boys)\\b");
    private static final Pattern DIED = Pattern.compile("(?i)stillb|fetal death|dead fetus|intrauterine death|demise");
    private static final Pattern INSULIN = Pattern.compile(
            "(?i)gestational diabetes[^.;]{0,80}\\binsulin|\\binsulin[^.;]{0,60}gestational diabetes|\\bGDMA2\\b");
    private static final Pattern DIET = Pattern.compile("(?i)gestational diabetes[^.;]{0,80}\\bdiet|\\bGDMA1\\b");
    private static final Pattern LOW_TRANSVERSE = Pattern.compile("(?i)low(?:er)?[- ](?:segment )?transverse");
    private static final int CONTROL = 5;

    private Childbirth() {}

    static boolean isOf(ReadNote note) {
        return note.has(DELIVERED);
    }

    /** Of any pregnancy. */
    static void pregnancy(Candidates codes, ReadNote note) {
        for (var diabetes : codes.all("O244")) {
            if (diabetes.code().endsWith("9") && diabetes.code().length() == CONTROL + 1) {
                var control = note.has(INSULIN) ? "4" : note.has(DIET) ? "0" : "9";
                codes.replace(
                        diabetes,
                        diabetes.code().substring(0, CONTROL) + control,
                        "Tabular List, O24.4: by what controls it, as the record says");
                if (control.equals("4")) {
                    codes.dropAll("Z794"); // Guidelines I.C.15.i
                }
            }
        }
        if (codes.has("O") || isOf(note)) {
            codes.find("Z98891")
                    .ifPresent(before -> codes.replace(
                            before, "O34219", "Index: pregnancy, complicated by, previous cesarean delivery"));
        }
        if (note.has(LOW_TRANSVERSE)) {
            codes.find("O34219")
                    .ifPresent(scar -> codes.replace(scar, "O34211", "Tabular List, O34.21: low transverse scar"));
        }
    }

    static void delivery(Candidates codes, ReadNote note) {
        if (!codes.has("O")) {
            return; // the record is the child's
        }
        for (var diabetes : codes.all("O2441")) {
            codes.replace(
                    diabetes,
                    "O2442" + diabetes.code().substring(CONTROL),
                    "Guidelines I.C.15.a.3: with the delivery the code for childbirth");
        }
        if (codes.has("O720", "O721", "O722", "O723")) {
            codes.find("D65", "D688", "D689")
                    .ifPresent(clotting ->
                            codes.replace(clotting, "O723", "Index: hemorrhage, postpartum, with coagulation defect"));
            codes.find("D62")
                    .ifPresent(loss -> codes.add("O9081", loss.mentions())
                            .because("Index: anemia, postpartum; the kind of anemia beside it"));
        }
        if (note.has(TWINS) && !note.has(DIED)) {
            var both = BOTH_ALIVE.matcher(note.text());
            if (both.find() && !codes.has("Z37")) {
                codes.add("Z372", List.of(Measures.mention("Z372", "Twins, both liveborn", both.start(), both.end())))
                        .because("Guidelines I.C.15.b.5: the outcome of the delivery");
            }
        }
    }
}
