package org.superbill.coderules.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.coderules.Sets.DAY;
import static org.superbill.coderules.Sets.stay;
import static org.superbill.coderules.Sets.visit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.coderules.ClaimForm;
import org.superbill.coderules.CodeSet;
import org.superbill.coderules.Encounter;
import org.superbill.coderules.InventedFacts;
import org.superbill.coderules.Patient;
import org.superbill.coderules.Policy;
import org.superbill.coderules.Setting;
import org.superbill.coderules.Severity;

/** Trimesters are read from the descriptions of codes, since the same last character means other things elsewhere. */
class TrimesterTest {
    private static final String RULE = "trimesters-contradict";
    private static final RuleCheck RULES =
            new RuleCheck(new InventedFacts().diagnoses("""
                    O10011 | Pre-existing hypertension complicating pregnancy, first trimester
                    O10012 | Pre-existing hypertension complicating pregnancy, second trimester
                    O10013 | Pre-existing hypertension complicating pregnancy, third trimester
                    O24410 | Gestational diabetes mellitus in pregnancy, diet controlled
                    O99011 | Anemia complicating pregnancy, first trimester
                    O99019 | Anemia complicating pregnancy, unspecified trimester
                    Z3A00 | Weeks of gestation of pregnancy not specified
                    Z3A01 | Less than 8 weeks gestation of pregnancy
                    Z3A13 | 13 weeks gestation of pregnancy
                    Z3A14 | 14 weeks gestation of pregnancy
                    Z3A27 | 27 weeks gestation of pregnancy
                    Z3A28 | 28 weeks gestation of pregnancy
                    Z3A49 | Greater than 42 weeks gestation of pregnancy
                    """).build());

    @Test
    void codesOfOneVisitAreOfOneTrimester() {
        var finding = RULES.finds(visit("O10.012", "O10.013"), RULE, "/diagnoses/1");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        RULES.finds(visit("O10.012", "O24.410", "O99.011"), RULE, "/diagnoses/2");
        RULES.findsNothing(visit("O10.011", "O99.011", "O24.410"));
        RULES.findsNothing(visit("O10.013", "O99.019"));
    }

    @Test
    void aStayMayReachIntoTheNextTrimester() {
        var set = stay("O10.012", "O10.013").presentOnAdmission("YN");
        assertThat(RULES.findsAmongOthers(set, RULE, "/diagnoses/1").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void soMayTheVisitsOfAStayThatAProfessionalBills() {
        var visits = visit("O10.012", "O10.013").line(on(DAY, 1)).line(on(DAY.plusDays(1), 2));
        assertThat(RULES.findsAmongOthers(visits, RULE, "/diagnoses/1").severity())
                .isEqualTo(Severity.WARNING);
        var visitsOfADay = visit("O10.012", "O10.013").line(on(DAY, 1)).line(on(null, 2));
        assertThat(RULES.findsAmongOthers(visitsOfADay, RULE, "/diagnoses/1").severity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void anEncounterWithALaterDischargeLasts() {
        assertThat(discharged(DAY.plusDays(1))).isEqualTo(Severity.WARNING);
        assertThat(discharged(DAY)).isEqualTo(Severity.ERROR);
    }

    private static Severity discharged(LocalDate day) {
        var encounter =
                new Encounter(Setting.OUTPATIENT, ClaimForm.PROFESSIONAL, DAY, day, Patient.UNKNOWN, Policy.STRICT);
        return RULES.finds(visit("O10.012", "O10.013").in(encounter), RULE, "/diagnoses/1")
                .severity();
    }

    /** @param day that of the encounter when null */
    private static CodeSet.Line on(@Nullable LocalDate day, int diagnosis) {
        return new CodeSet.Line(diagnosis, "99232", List.of(), BigDecimal.ONE, day, List.of(diagnosis));
    }

    @Test
    void careThatIsBilledAsOneLastsLonger() {
        var care = visit("O10.012", "O10.013").line("59426");
        assertThat(RULES.findsAmongOthers(care, RULE, "/diagnoses/1").severity())
                .isEqualTo(Severity.WARNING);
        var visit = visit("O10.012", "O10.013").line("59025");
        assertThat(RULES.findsAmongOthers(visit, RULE, "/diagnoses/1").severity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void weeksLieInTheTrimester() {
        RULES.findsNothing(visit("O10.011", "Z3A.01"));
        RULES.findsNothing(visit("O10.011", "Z3A.13"));
        RULES.finds(visit("O10.011", "Z3A.14"), RULE, "/diagnoses/1");
        RULES.finds(visit("O10.012", "Z3A.13"), RULE, "/diagnoses/1");
        RULES.findsNothing(visit("O10.012", "Z3A.14"));
        RULES.findsNothing(visit("O10.012", "Z3A.27"));
        RULES.finds(visit("O10.012", "Z3A.28"), RULE, "/diagnoses/1");
        RULES.findsNothing(visit("O10.013", "Z3A.28"));
        RULES.findsNothing(visit("O10.013", "Z3A.49"));
        RULES.findsNothing(visit("O10.013", "Z3A.00"));
        RULES.findsNothing(visit("O24.410", "Z3A.13"));
    }
}
