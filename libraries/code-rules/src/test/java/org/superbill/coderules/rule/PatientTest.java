package org.superbill.coderules.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.coderules.Sets.DAY;
import static org.superbill.coderules.Sets.stay;
import static org.superbill.coderules.Sets.visit;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.coderules.Encounter;
import org.superbill.coderules.InventedFacts;
import org.superbill.coderules.Patient;
import org.superbill.coderules.ProcedureSex;
import org.superbill.coderules.Severity;
import org.superbill.coderules.Sex;

/** Rules that look at the patient and at the admission. */
class PatientTest {
    private static final RuleCheck RULES = new RuleCheck(new InventedFacts()
            .diagnoses("""
                    O2650 | Maternal hypotension
                    N400 | Enlarged prostate
                    P599 | Neonatal jaundice
                    I10 | Hypertension
                    J189 | Pneumonia
                    Z9911 | Dependence on respirator
                    R51 | Headache
                    """)
            .edition("2020", """
                    maternity | ages | 12-55
                    O2650 | maternity |
                    Z9911 | unacceptable-principal |
                    R51 | questionable-admission |
                    """)
            .edition("2024", """
                    maternity | ages | 9-64
                    newborn | ages | 0
                    O2650 | maternity |
                    O2650 | female-only |
                    N400 | male-only |
                    P599 | newborn |
                    """)
            .edition("2026", "Z9911 | poa-exempt |")
            .build());

    private static Patient aged(int years) {
        return new Patient(null, null, years);
    }

    @Test
    void aDiagnosisOfTheOtherSexIsAWarning() {
        RULES.finds(visit("N40.0").of(new Patient(Sex.FEMALE, null, null)), "sex-conflict", "/diagnoses/0");
        RULES.findsNothing(visit("N40.0").of(new Patient(Sex.MALE, null, null)));
        RULES.findsNothing(visit("N40.0"));
        RULES.finds(visit("O26.50").of(new Patient(Sex.MALE, null, null)), "sex-conflict", "/diagnoses/0");
    }

    @Test
    void aPatientIsBornOnTheDayOfTheEncounterOrBefore() {
        RULES.findsNothing(visit("I10").of(new Patient(null, DAY, null)));
        assertThat(RULES.finds(
                                visit("I10").of(new Patient(null, DAY.plusDays(1), null)),
                                "birth-date-after-encounter",
                                "/patient/birthDate")
                        .severity())
                .isEqualTo(Severity.ERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "0UT90ZZ, FEMALE", // uterus
        "10E0XZZ, FEMALE",
        "0W8NXZZ, FEMALE", // perineum
        "04LE3DT, FEMALE", // uterine artery
        "3E0P3VZ, FEMALE",
        "0VT04ZZ, MALE", // prostate
        "0W9M0ZZ, MALE",
        "3E1N38Z, MALE",
    })
    void aProcedureOfTheOtherSexIsAWarning(String procedure, Sex sex) {
        var other = sex == Sex.FEMALE ? Sex.MALE : Sex.FEMALE;
        assertThat(RULES.findsAmongOthers(
                                stay("I10").of(new Patient(other, null, null)).procedure(procedure),
                                "sex-conflict",
                                "/procedures/0")
                        .severity())
                .isEqualTo(Severity.WARNING);
        RULES.doesNotFind(stay("I10").of(new Patient(sex, null, null)).procedure(procedure), "sex-conflict");
        RULES.doesNotFind(stay("I10").procedure(procedure), "sex-conflict");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0DTJ4ZZ", "04LE3DZ", "0W9P3ZZ", "0TTB0ZZ", "30233N1", "4A023N7"})
    void aProcedureForBothIsForBoth(String procedure) {
        assertThat(ProcedureSex.of(procedure)).isNull();
    }

    @Test
    void aDiagnosisOfAnotherAgeIsAWarning() {
        RULES.findsNothing(visit("O26.50").of(aged(9)));
        RULES.findsNothing(visit("O26.50").of(aged(64)));
        RULES.finds(visit("O26.50").of(aged(8)), "age-conflict", "/diagnoses/0");
        assertThat(RULES.finds(visit("O26.50").of(aged(65)), "age-conflict", "/diagnoses/0")
                        .source())
                .isEqualTo("Invented edition 2024, age conflict");
    }

    @Test
    void theListOfTheDayJudges() {
        var early = LocalDate.of(2023, 9, 30);
        RULES.findsAmongOthers(
                visit("O26.50").in(Encounter.professional(early)).of(aged(60)), "age-conflict", "/diagnoses/0");
        RULES.doesNotFind(
                visit("O26.50").in(Encounter.professional(early.plusDays(1))).of(aged(60)), "age-conflict");
    }

    @Test
    void theAgeIsThatOfTheFirstDay() {
        var birth = DAY.minusYears(1);
        RULES.finds(visit("P59.9").of(new Patient(null, birth, null)), "age-conflict", "/diagnoses/0");
        RULES.findsNothing(visit("P59.9").of(new Patient(null, birth.plusDays(1), null)));
    }

    @Test
    void presentOnAdmissionIsForInpatients() {
        RULES.finds(visit("J18.9").presentOnAdmission("Y"), "poa-outpatient", "/diagnoses/0/presentOnAdmission");
        RULES.findsNothing(stay("J18.9").presentOnAdmission("Y"));
        RULES.finds(stay("J18.9"), "poa-missing", "/diagnoses/0/presentOnAdmission");
        RULES.finds(stay("J18.9").presentOnAdmission("1"), "poa-missing", "/diagnoses/0/presentOnAdmission");
        RULES.finds(stay("J18.9").presentOnAdmission("X"), "poa-value", "/diagnoses/0/presentOnAdmission");
    }

    @Test
    void anExemptCodeCarriesNoIndicator() {
        RULES.findsNothing(stay("J18.9", "Z99.11").presentOnAdmission("Y-"));
        RULES.findsNothing(stay("J18.9", "Z99.11").presentOnAdmission("Y1"));
        RULES.finds(stay("J18.9", "Z99.11").presentOnAdmission("YY"), "poa-exempt", "/diagnoses/1/presentOnAdmission");
    }

    @Test
    void somePrincipalDiagnosesAreNotAccepted() {
        RULES.finds(stay("Z99.11", "J18.9").presentOnAdmission("-Y"), "principal-unacceptable", "/diagnoses/0");
        RULES.findsNothing(stay("J18.9", "Z99.11").presentOnAdmission("Y-"));
        RULES.findsNothing(visit("Z99.11"));
        RULES.finds(stay("R51").presentOnAdmission("Y"), "admission-questionable", "/diagnoses/0");
    }
}
