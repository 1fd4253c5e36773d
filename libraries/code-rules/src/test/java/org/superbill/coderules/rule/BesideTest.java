package org.superbill.coderules.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.coderules.Sets.visit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.coderules.InventedFacts;
import org.superbill.coderules.Severity;

/** What stands beside a code and should not, and what does not and should. */
class BesideTest {
    private static final RuleCheck RULES =
            new RuleCheck(new InventedFacts().diagnoses("""
                    E109 | Type 1 diabetes mellitus without complications
                    E1021 | Type 1 diabetes mellitus with diabetic nephropathy
                    G43009 | Migraine without aura, not intractable, without status migrainosus
                    G43019 | Migraine without aura, intractable, without status migrainosus
                    G43109 | Migraine with aura, not intractable, without status migrainosus
                    H401110 | Glaucoma, right eye, stage unspecified
                    H401111 | Glaucoma, right eye, mild stage
                    H401121 | Glaucoma, left eye, mild stage
                    I7133 | Infrarenal abdominal aortic aneurysm, ruptured
                    I7134 | Other abdominal aortic aneurysm, ruptured
                    I7143 | Infrarenal abdominal aortic aneurysm, without rupture
                    J1282 | Pneumonia due to coronavirus disease 2019
                    J440 | Chronic obstructive pulmonary disease with (acute) lower respiratory infection
                    J441 | Chronic obstructive pulmonary disease with (acute) exacerbation
                    J449 | Chronic obstructive pulmonary disease, unspecified
                    J9601 | Acute respiratory failure with hypoxia
                    L89153 | Pressure ulcer of sacral region, stage 3
                    L89159 | Pressure ulcer of sacral region, unspecified stage
                    L89163 | Pressure ulcer of buttock, stage 3
                    N641 | Fat necrosis of breast
                    S51811A | Laceration without foreign body of right forearm, initial encounter
                    S51822A | Laceration with foreign body of left forearm, initial encounter
                    I83011 | Varicose veins without inflammation, right leg
                    I83012 | Varicose veins without inflammation, left leg
                    I83111 | Varicose veins with inflammation, right leg
                    I83112 | Varicose veins with inflammation, left leg
                    R297 | NIHSS score | header
                    R29701 | NIHSS score 1
                    I6350 | Cerebral infarction
                    I428 | Other cardiomyopathies
                    R131 | Dysphagia
                    U071 | COVID-19
                    Z170 | Estrogen receptor positive status
                    """).tabular("""
                    9 | chapter | Circulatory
                    I42 | code | Cardiomyopathy
                    I42 | code-first | pre-existing cardiomyopathy complicating pregnancy (O99.4)
                    10 | chapter | Respiratory
                    J12 | code | Viral pneumonia
                    J12 | code-first | associated influenza, if applicable (J09.X1, J10.0-)
                    J1282 | code | Pneumonia due to coronavirus disease 2019
                    J1282 | code-first | COVID-19 (U07.1)
                    14 | chapter | Genitourinary
                    N641 | code | Fat necrosis of breast
                    N641 | code-first | breast necrosis due to breast graft (T85.898)
                    18 | chapter | Symptoms
                    R131 | code | Dysphagia
                    R131 | code-first | , if applicable, dysphagia following cerebrovascular disease (I69.-)
                    R297 | code | NIHSS score
                    R297 | code-first | the type of cerebral infarction (I63.-)
                    21 | chapter | Factors
                    Z17 | code | Estrogen receptor status
                    Z170 | code | Estrogen receptor positive status
                    Z170 | code-first | malignant neoplasm of breast (C50.-)
                    """).build());

    @Test
    void pneumoniaOfCovid19WantsTheCodeOfCovid19() {
        var finding = RULES.finds(visit("J12.82", "J96.01"), "code-first-missing", "/diagnoses/0");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.source()).contains("J12.82").contains("COVID-19 (U07.1)");
        RULES.findsNothing(visit("U07.1", "J12.82"));
        RULES.finds(visit("J12.82", "U07.1"), "code-first", "/diagnoses/1");
    }

    @ParameterizedTest
    @CsvSource({"I42.8", "N64.1", "R13.1", "Z17.0"})
    void aNoteOfSomeCausesOrPatientsAsksForNothing(String code) {
        RULES.doesNotFind(visit(code), "code-first-missing");
    }

    @Test
    void theScoreOfAStrokeWantsTheStroke() {
        RULES.findsAmongOthers(visit("I42.8", "R29.701"), "code-first-missing", "/diagnoses/1");
        RULES.doesNotFind(visit("I63.50", "R29.701"), "code-first-missing");
    }

    @ParameterizedTest
    @CsvSource({
        "J44.1 J44.9, fuller-beside, 1",
        "L89.153 L89.159, fuller-beside, 1",
        "H40.1110 H40.1111, fuller-beside, 0",
        "I71.33 I71.43, contrary-beside, 1",
        "G43.009 G43.019, contrary-beside, 0",
        "G43.009 G43.109, contrary-beside, 0",
    })
    void aCodeThatLeavesOpenOrDeniesWhatAnotherSays(String codes, String rule, int index) {
        var finding = RULES.finds(visit(codes.split(" ")), rule, "/diagnoses/" + index);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    }

    @ParameterizedTest
    @CsvSource({
        "J44.0 J44.1",
        "L89.159 L89.163",
        "H40.1110 H40.1121",
        "I71.34 I71.43",
        "S51.811A S51.822A",
        "I83.011 I83.112",
    })
    void leavesOtherSitesSidesAndFormsAlone(String codes) {
        RULES.findsNothing(visit(codes.split(" ")));
    }

    @Test
    void ofOneSideItIsSaid() {
        RULES.finds(visit("I83.011", "I83.111"), "contrary-beside", "/diagnoses/0");
    }

    @Test
    void diabetesHasItsOwnRule() {
        RULES.finds(visit("E10.9", "E10.21"), "diabetes-contradicts", "/diagnoses/0");
    }
}
