package org.superbill.coding.cac;

import org.junit.jupiter.api.Test;

/** What one condition, one drug or one growth has as its codes: each in the words of many notes. */
class OneConditionTest {
    @Test
    void covidStandsBeforeThePneumoniaThatItHasCaused() {
        NoteTable.holds("""
            I F 60 | U071 J1282 | J18 | COVID-19 pneumonia was diagnosed.
            I F 60 | U071 J1282 J9601 | J18 | Pneumonia due to COVID-19 with acute hypoxic respiratory failure.
            I F 60 | U071 J1282 | J18 | SARS-CoV-2 PCR was positive and COVID-19 pneumonia was treated with remdesivir.
            I F 60 | U071 J1282 | J18 | Final diagnosis: pneumonia due to SARS-CoV-2.
            I F 60 | U071 J1282 | J18 | He was admitted with coronavirus disease 2019 pneumonia.
            I F 60 | U071 J1282 | J18 | COVID pneumonia requiring oxygen.
            I F 60 | U071 J1282 | J18 | Bilateral pneumonia secondary to COVID-19 infection.
            I F 60 | U071 J1282 | J18 | COVID-19 with bilateral pneumonia.
            I F 60 | U071 J1282 | J18 | Assessment: COVID-19 viral pneumonia.
            I F 60 | U071 J80 | J18 | ARDS due to COVID-19.
            I F 60 | U071 J208 | J18 | Acute bronchitis due to COVID-19.
            I F 60 |  | U071 J1282 | He had recovered from COVID-19 pneumonia in 2021. Assessment: hypertension.
            """);
    }

    @Test
    void aLobeIsOfTheLungAndAThirdOfTheEsophagus() {
        NoteTable.holds("""
            I F 60 | C3411 C787 | C03 C44 | Bronchoscopic biopsy showed small cell carcinoma of the right upper lobe with metastases to the liver.
            I F 60 | C3412 | C03 C44 | Large cell carcinoma of the left upper lobe was resected.
            I F 60 | C153 | C03 | Carcinoma of the upper third of the esophagus.
            I F 60 | C3431 | C44 | Squamous cell carcinoma of the right lower lobe.
            I F 60 | C3432 | C44 | Biopsy showed squamous cell carcinoma of the left lower lobe of the lung.
            I F 60 | C3411 | C03 | Adenocarcinoma of the right upper lobe was diagnosed.
            I F 60 | C3432 C7970 | C7972 | Adenocarcinoma of the left lower lobe with metastases to the adrenal gland.
            I F 60 | C3412 C7971 | C7972 | Adenocarcinoma of the left upper lobe with metastasis to the right adrenal gland.
            I F 60 | C342 | C44 C03 | Squamous cell carcinoma of the middle lobe.
            I F 60 | C3412 | C44 C03 | Left upper lobe squamous cell carcinoma.
            I F 60 | C3411 | C44 C03 | Non-small cell carcinoma of the right upper lobe.
            I F 60 | C3431 | C44 C03 | RLL small cell carcinoma.
            I F 60 | C155 | C03 C44 | Squamous cell carcinoma of the lower third of the esophagus.
            I F 60 | C154 | C03 C44 | Squamous cell carcinoma of the middle third of the esophagus.
            I F 60 | C030 | C34 | Squamous cell carcinoma of the upper gum.
            """);
    }

    @Test
    void aDrugHasPoisonedOrDoneHarmAsPrescribedAndNeverBoth() {
        NoteTable.holds("""
            I F 19 | T391X2A K7200 | T391X5A | She had intentionally ingested 40 tablets of acetaminophen. Acute liver failure due to acetaminophen was diagnosed.
            I F 19 | T43012A | T43015A | Intentional overdose of amitriptyline with seizure due to amitriptyline.
            I F 19 | T39312A | T39315A | Suicide attempt by ingestion of ibuprofen. Acute kidney injury due to ibuprofen.
            I F 60 | T45511A | T45515A | Warfarin overdose (took twice the prescribed dose by mistake) with epistaxis due to warfarin.
            I F 60 | T460X1A | T460X5A | Digoxin toxicity due to accidental extra doses.
            I F 60 | T460X1A | T460X5A | Digoxin toxicity after she mistakenly took a double dose.
            I F 60 | T56891A/T43591A/T43291A | T43595A T56895A | Lithium toxicity after accidental overdose.
            I M 30 | T40411A | T402X1A T40601A | Opioid overdose, fentanyl, accidental.
            I M 30 | T40411A | T402X1A | Fentanyl overdose with respiratory failure.
            I F 60 | T45515A | T45511A | GI bleeding due to warfarin taken as prescribed.
            I F 60 | T45515A | T45511A | Gastrointestinal bleeding due to warfarin taken as prescribed, INR 6.
            I F 60 | T45515A | T45511A | Epistaxis caused by warfarin.
            I F 60 | L270 T360X5A | T360X1A | Drug rash due to amoxicillin taken correctly.
            I F 60 | L270 T360X5A | T360X1A | Drug rash due to amoxicillin.
            I F 60 | T43225A | T43221A | Serotonin syndrome due to sertraline and tramadol taken as prescribed.
            I F 60 | T43595A/T56895A | T43591A | Lithium toxicity; lithium level 3.1, taken as prescribed.
            I F 60 | T464X5A | T464X1A | Cough due to lisinopril.
            I F 60 | T383X2A | T383X5A | Overdose of insulin taken intentionally with hypoglycemic coma due to insulin.
            """);
    }

    @Test
    void aMigraineHasNoStatusThatNobodyTellsOf() {
        NoteTable.holds("""
            O F 40 | G43719 | G43711 | Chronic migraine, intractable.
            O F 40 | G43719 | G43711 G43709 | Chronic migraine without aura, intractable, without status migrainosus. Chronic migraine, intractable.
            O F 40 | G43719 | G43711 | Assessment: intractable chronic migraine.
            O F 40 | G43709 | G4371 | Chronic migraine.
            O F 40 | G43119 | G43111 | Migraine with aura, intractable.
            O F 40 | G43919 | G43911 | Intractable migraine.
            O F 40 | G43019 | G43011 | Migraine without aura, intractable.
            O F 40 | G43909 | G43901 | Migraine, not intractable.
            """);
    }

    @Test
    void aDislocationIsNoSubluxation() {
        NoteTable.holds("""
            I M 30 | S73014A | S73011A | Posterior dislocation of the right hip.
            I M 30 | S73034A | S73031A | Anterior dislocation of the right hip.
            I M 30 | S83015A | S83012A | Left patellar dislocation, lateral.
            I M 30 | S83015A | S83012A | Lateral dislocation of the left patella.
            I M 30 | S73011A | S73014A | Posterior subluxation of the right hip.
            I M 30 | S43015A | S43012A | Anterior dislocation of the left humerus.
            I M 30 | S43012A | S43015A | Anterior subluxation of the left humerus.
            """);
    }

    @Test
    void aKidneyThatIsDialyzedIsAtItsEndAndAHeartFailureHasItsKind() {
        NoteTable.holds("""
            I M 60 | N186 Z992 | N185 | CKD stage 5 on hemodialysis three times a week.
            I M 60 | N186 Z992 | N185 | Stage 5 chronic kidney disease on peritoneal dialysis.
            I M 60 | N186 Z992 I120 | N185 | Hypertension. CKD V, on maintenance hemodialysis.
            I M 60 | N185 | N186 Z992 | CKD stage 5, not on dialysis.
            I M 60 | I132 I5033 N186 Z992 | I12 I110 N185 I509 | Acute on chronic diastolic congestive heart failure with hypertension and stage 5 chronic kidney disease on dialysis.
            I M 60 | I132 I5033 N186 Z992 | I12 I110 N185 I509 | Acute on chronic diastolic CHF with hypertension and ESRD on hemodialysis.
            I M 60 | I5033 | I509 I5030 | CHF, EF 60 percent, diastolic, acute on chronic.
            I M 60 | I5033 | I509 | Congestive heart failure, acute on chronic, diastolic.
            I M 60 | I5023 | I509 | CHF, systolic, acute on chronic, EF 25 percent.
            I M 60 | I5022 | I509 | Heart failure, chronic, systolic.
            I M 60 | I5031 | I509 | Heart failure (diastolic, acute).
            I M 60 | I132 I5033 N186 Z992 | I12 I110 N185 I509 | Congestive heart failure, EF 60 percent, diastolic, acute on chronic, with hypertension and CKD stage 5 on dialysis.
            I M 60 | I110 I5032 | I10 I509 | Hypertension and heart failure with preserved ejection fraction, chronic.
            """);
    }

    @Test
    void aFractureOfLittleForceIsOfTheOsteoporosis() {
        NoteTable.holds("""
            I F 80 | M80051A/M80052A/M80059A | M81 S72 | She fell and sustained a fracture of the femoral neck. The orthopedic surgeon documented a fragility fracture due to osteoporosis.
            I F 80 | M80051A | M81 S72 | She fell from standing height and sustained a fracture of the right femoral neck. The orthopedic surgeon documented a fragility fracture due to osteoporosis.
            I F 80 | M8008XA | M81 S32 | Fragility fracture of the L2 vertebra due to postmenopausal osteoporosis.
            I F 80 | M8008XA | M81 S22 | Osteoporotic compression fracture of T12.
            I F 80 | M80032A | M81 S52 | Osteoporosis with fragility fracture of the left distal radius.
            I F 80 | M80051A | M81 S72 | Osteoporotic fracture of the right hip after a fall from standing height.
            I F 80 | M80051A | M81 S72 M84 | Age-related osteoporosis with current pathological fracture of the right femur.
            I F 80 | M80021A | M81 S42 | Fragility fracture of the right proximal humerus, known osteoporosis.
            I F 80 | M810 | M80 | Osteoporosis. No fragility fracture.
            """);
    }

    @Test
    void whoStillSmokesIsNoFormerSmoker() {
        NoteTable.holds("""
            I M 60 | F17210 | Z87891 | He smokes one pack of cigarettes per day and has a 30-pack-year history of smoking.
            I M 60 | F17210 | Z87891 | 50 pack-year smoking history, still smoking.
            I M 60 | F17210 | Z87891 | He has a 50 pack-year smoking history, still smoking one pack of cigarettes a day.
            I M 60 | F17210 | Z87891 | A 67-year-old man, current smoker with a 40 pack-year history.
            I M 60 | F17210 | Z87891 | Active smoker with a history of 45 pack-years.
            I M 60 | F17210 | Z87891 | 40 pack-year history of smoking; he continues to smoke.
            I M 60 | F17210 | Z87891 | Smoker, 30 pack years.
            I M 60 | Z87891 | F17 | 40 pack-year smoking history, quit 10 years ago.
            I M 60 | Z87891 | F17 | Former smoker with a 40 pack-year history.
            I M 60 |  | F17 Z87891 | She is a lifelong nonsmoker. Her husband smokes.
            I M 60 | Z87891 | F17 | He quit cigarettes in 2015 and smokes marijuana daily.
            I M 60 | Z87891 | F17 | Former smoker with 30 pack-years; still smoking a little cannabis.
            I M 60 | F17210 | Z87891 | Former smoker in the chart; he smokes cigarettes and marijuana.
            """);
    }
}
