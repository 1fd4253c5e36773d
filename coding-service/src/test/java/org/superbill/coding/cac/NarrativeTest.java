package org.superbill.coding.cac;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;

/** Prose tells of more than what the patient has: of relatives, of the past, of what was thought and given up, of scales. */
class NarrativeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Assessment: Pulmonary embolism was considered and excluded by CT angiography. |
            Assessment: Pulmonary embolism was suspected but excluded. |
            Assessment: Endocarditis was suspected and then excluded by echocardiography. |
            Assessment: Meningitis was considered and ruled out. |
            Assessment: The presumptive diagnosis of lymphoma was rejected. |
            Assessment: A lymphoma was initially suspected but was not confirmed at histology. |
            Assessment: Suspected pulmonary embolism, which was ruled out by CT angiography. |
            Assessment: Possible meningitis, subsequently ruled out by lumbar puncture. |
            Assessment: Probable stroke, but it was excluded by MRI. |
            Assessment: Tuberculosis was initially considered due to cavitation but was later rejected. |
            Assessment: Myocarditis, endocarditis and sepsis were considered and excluded. |
            She had been treated for panic disorder, a diagnosis that was later rejected. |
            He was initially misdiagnosed with gout. |
            Assessment: Pneumonia was suspected and confirmed by radiography. | J189
            Assessment: Pneumonia was suspected and tuberculosis was excluded. | J189
            Patient with severe aortic stenosis rejected surgery. | I350
            He was treated for pneumonia and was dismissed on day 3. | J189
            Laparoscopic approach for acute cholecystitis was abandoned because of adhesions. | K810
            """)
    void whatWasThoughtOfAndGivenUpIsNotThere(String note, String codes) {
        assertThat(codes(note, Setting.INPATIENT)).isEqualTo(set(codes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A man had gout. Family history: sister with ovarian cancer. Hyponatremia and acute kidney injury developed. | M109 Z8041 E871 N179
            A man had gout. Past medical history: asthma. Hyponatremia and acute kidney injury developed. | M109 J45909 E871 N179
            A man had gout. Allergies: penicillin. Hyponatremia and acute kidney injury developed. | M109 E871 N179 Z880
            A man had gout. Family history: Crohn disease in his mother. His father has asthma. CT showed pulmonary embolism. | M109 Z8379 Z825 I2699
            A man had gout. PMH: stroke. Pneumonia in 2015. He had a pulmonary embolism five years ago. | M109 Z8673 Z8701 Z86711
            PMH: stroke. He had pneumonia. | Z8673 Z8701
            """)
    void aHeadingWithinProseRulesItsOwnMatter(String note, String codes) {
        assertThat(codes(note, Setting.INPATIENT)).isEqualTo(set(codes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The boy was brought in by his father with right ear pain. | H9201
            She was brought in by her husband because of pulmonary embolism. | I2699
            His wife found him unconscious with hematemesis. | K920
            His mother, who has diabetes, brought him in with pneumonia. | J189 Z833
            A 45-year-old woman, mother of two children, presented with acute cholecystitis. | K810
            Like her mother, she had Graves disease. | E0500
            His mother had diabetes and he had hypertension. | I10 Z833
            There was breast cancer in his mother. | Z803
            Her sister was found to have lupus. | Z8269
            His brother and sister had asthma. | Z825
            He lives with his wife, who has tuberculosis. |
            Sister has strep throat. |
            Two brothers died of muscular dystrophy. | Z820
            His mother takes medication for hypertension. | Z8249
            Her father took insulin for diabetes. | Z833
            Brother was found dead of a myocardial infarction. | Z8249
            His father took him to hospital because of pneumonia. | J189
            Her mother took her to hospital because of pneumonia. | J189
            His wife found that he had hematemesis. | K920
            """)
    void aRelativeMayHaveItOrTellOfIt(String note, String codes) {
        assertThat(codes(note, Setting.INPATIENT)).isEqualTo(set(codes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CAD without angina, hypertension, hyperlipidemia. | I2510 I10 E785
            CAD of native coronary artery without angina, s/p stent to LAD, prior MI. | I2510 Z955 I252
            Asthma without complication, GERD, obesity. | J45909 K219 E669
            Type 2 diabetes, no complications, hypertension, obesity. | E119 I10 E669
            Diabetes without retinopathy, nephropathy or neuropathy. | E119
            Without hypertension, diabetes, heart failure, he had gout. | M109
            Emphysema without consolidation, pneumothorax. | J439
            Cardiomegaly without pleural effusion, pneumothorax and edema. | I517
            Diabetes without retinopathy, nephropathy and neuropathy. | E119
            CAD without angina, hypertension and hyperlipidemia. | I2510 I10 E785
            """)
    void withoutDeniesOneThingBehindADisease(String note, String codes) {
        assertThat(codes(note, Setting.OFFICE)).isEqualTo(set(codes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Old anterior MI 2015. | I252
            Old inferior wall MI. | I252
            Status post AAA repair. |
            PSH: AAA repair, inguinal hernia repair. |
            He underwent inguinal hernia repair. | K4090
            Prostate cancer s/p prostatectomy 2018, PSA undetectable, no evidence of disease. | Z8546 Z9079
            Prostate cancer s/p prostatectomy 2018. PSA undetectable. | Z8546 Z9079
            Colon cancer s/p hemicolectomy 2016. | Z85038 Z9049
            Breast cancer, on anastrozole, no evidence of disease. | C50919 Z79811
            Colon cancer s/p resection 2024 on adjuvant chemotherapy. | C189
            [Copied forward] UTI - treated in January, resolved. |
            Pneumonia was treated with ceftriaxone and the fever resolved. | J189
            Problem list: DVT (2020), hypertension (2015), pneumonia 2012. | Z86718 I10 Z8701
            A 62-year-old man with gout. Old records show hypothyroidism. | M109 E039
            Influenza A (2026). | J101
            DVT (2025). | Z86718
            18 mos old with croup. | J050
            Old and frail with pneumonia. | J189
            PMH: hypertension, hernia repair. | I10
            PMH: Crohn's disease, bowel resection 2015. | K5090 Z9049
            Prostate cancer s/p radiation 2015, no evidence of disease. | Z8546
            """)
    void thePastIsNotMadePresent(String note, String codes) {
        assertThat(codes(note, Setting.OFFICE)).isEqualTo(set(codes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Stage IV lung cancer on chemotherapy with no evidence of disease progression. | C3490
            Metastatic prostate cancer on Lupron, PSA undetectable. | C61
            Prostate cancer on leuprolide. PSA undetectable. | C61
            Lung cancer on chemotherapy, breast cancer 2010 with no evidence of disease. | C3490 Z853
            Lung cancer on osimertinib, no evidence of disease. | C3490
            """)
    void aCancerUnderTreatmentIsNoHistory(String note, String codes) {
        assertThat(codes(note, Setting.OFFICE)).isEqualTo(set(codes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Thrombotic microangiopathy (TMA). | M3119
            Previous ECG showed ST elevation in AVR. |
            John Smith AKA Jack, seen in 2019. |
            """)
    void lettersThatMayMeanAnOperationNeedItsWords(String note, String codes) {
        assertThat(codes(note, Setting.OFFICE)).isEqualTo(set(codes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GAD-7: 3 (minimal). |
            Assessment: GAD. GAD-7: 15. | F411
            Geriatric Depression Scale: 2/15. Edinburgh postnatal depression scale 3. |
            Unified Parkinson's Disease Rating Scale 20. Crohn's Disease Activity Index 150. |
            Model for End-Stage Liver Disease score 12. Insomnia Severity Index 4. Clinical Dementia Rating 0.5. |
            Major depression with a Hamilton Depression Rating Scale of 24. | F329
            Psoriasis with silvery scale. | L409
            """)
    void aScaleIsNoDiagnosis(String note, String codes) {
        assertThat(codes(note, Setting.OFFICE)).isEqualTo(set(codes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <title>Family History</title><table><thead><tr><th>Relation</th><th>Diagnosis</th></tr></thead><tr><td>Mother</td><td>Breast cancer</td></tr><tr><td>Father</td><td>Stroke</td></tr></table> | Z803 Z823
            <title>Family History</title><table><tr><th>Diagnosis</th></tr><tr><td>Breast cancer</td></tr></table> | Z803
            <table><tr><th>Problem</th><th>Status</th></tr><tr><td>Myocardial infarction</td><td>Ruled out</td></tr><tr><td>DVT</td><td>Inactive</td></tr><tr><td>Asthma</td><td>Resolved</td></tr></table> | Z86718
            <table><tr><th>Status</th><th>Problem</th></tr><tr><td>Resolved</td><td><content>Asthma</content></td></tr><tr><td>Active</td><td>Gout</td></tr></table> | M109
            <table><tr><td>Assessment</td><td>Gout</td></tr><tr><td>Family history</td><td>Breast cancer</td></tr></table> | M109 Z803
            <table><tr><td><h2>Family history</h2><p>Breast cancer</p></td></tr></table> | Z803
            <table><tr><th>Problem</th><th>Kind</th></tr><tr><td>Gout</td><td>Closed</td></tr></table> | M109
            <p><b>Clinical status</b>: resolved</p><p><b>Code</b>: Asthma</p> |
            <p><b>code</b>: Stroke</p><p><b>verificationStatus</b>: refuted</p> |
            <p><b>clinicalStatus</b>: resolved</p><p><b>code</b>: Asthma</p><p><b>clinicalStatus</b>: active</p><p><b>code</b>: Gout</p> | M109
            <p>Gout</p><script>Lung cancer</script><style>asthma</style> | M109
            """)
    void anEntryIsReadAsOne(String note, String codes) {
        assertThat(codes(NoteText.of(note, NoteFormat.MARKUP), Setting.OFFICE)).isEqualTo(set(codes));
    }

    private static Set<String> set(String codes) {
        return codes == null ? Set.of() : Set.of(codes.split(" "));
    }

    private static Set<String> codes(String note, Setting setting) {
        return codes(NoteText.of(note, NoteFormat.TEXT), setting);
    }

    private static Set<String> codes(NoteText note, Setting setting) {
        var encounter = new Encounter(setting, LocalDate.of(2026, 3, 2), null, 45);
        return CacTest.CAC.suggest(note, encounter, 0.3, Cac.Learned.NOTHING).proposals().stream()
                .map(Proposal::code)
                .collect(Collectors.toSet());
    }
}
