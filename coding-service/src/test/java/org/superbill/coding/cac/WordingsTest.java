package org.superbill.coding.cac;

import org.junit.jupiter.api.Test;

/** One condition in the many ways that notes have for it. */
class WordingsTest {
    @Test
    void whatAnEarlierStrokeHasLeftIsItsSequelaWithTheDeficitAndTheSide() {
        NoteTable.holds("""
            O M 70 | I69354 | G81 I63 Z8673 | Assessment: Left hemiparesis due to old stroke.
            O M 70 | I69354 | G81 I63 Z8673 | Residual left hemiparesis from a stroke two years ago.
            O M 70 | I69334 | Z8673 I63 | Weakness of left arm after stroke in 2020.
            O M 70 | I69354 | I69359 G81 I63 | Assessment: Hemiplegia following cerebral infarction, left nondominant side.
            O M 70 | I69351 | G81 I63 Z8673 | PMH: CVA 2019 with residual right-sided weakness, hypertension.
            O M 70 | I69320 I69351 | G81 R47 I63 Z8673 | Assessment: history of stroke with residual aphasia and right hemiparesis.
            O M 70 | I69391 | I63 Z8673 | A/P: Dysphagia following stroke, on thickened liquids. Old stroke 2021.
            O M 70 | I69322 | R47 I63 Z8673 | Assessment: Post-stroke dysarthria.
            O M 70 | I69351 | G81 I63 Z8673 | Assessment: Right hemiplegia as late effect of CVA.
            O M 70 | I69352 | G81 I63 Z8673 I69354 | Left-handed man. Assessment: residual left hemiplegia from previous stroke.
            O M 70 | I69353 | G81 I63 Z8673 | Left hand dominant. Assessment: residual right hemiparesis after a prior stroke.
            O M 70 | I69154 | G81 I61 Z8679 | Assessment: residual left hemiparesis from intracerebral hemorrhage in 2018.
            O M 70 | I69051 | G81 I60 | Assessment: right hemiparesis, sequela of subarachnoid hemorrhage in 2015.
            O M 70 | I69392 | R298 I63 | Assessment: residual left facial droop from old CVA.
            O M 70 | I69393 | R27 I63 Z8673 | Assessment: Ataxia due to remote stroke.
            O M 70 | I69354 | G81 I63 Z8673 | A 70-year-old man with left hemiparesis since a stroke in 2017 came for follow-up.
            O M 70 | I69354 | G81 I63 Z8673 | Stroke 3 years ago that left him with left hemiparesis.
            O M 70 | I69311 | I63 Z8673 | Assessment: memory deficit following cerebral infarction 2019.
            O M 70 | I69341 | I63 Z8673 | Assessment: residual right leg weakness due to old CVA.
            O M 70 | I69359 | G81 I63 | Assessment: Hemiparesis following cerebral infarction.
            O M 70 | I6930 | I63 Z8673 | Assessment: sequelae of stroke.
            O M 70 | I69398 | I63 Z8673 | Assessment: Gait disturbance due to old stroke.
            O M 70 | I69354 | G81 I63 Z8673 | HPI: s/p CVA 2019 w/ residual L hemiparesis, here for BP check.
            O M 70 | Z8673 | I69 I63 G81 | PMH: stroke in 2018 without residual deficits.
            O M 70 | Z8673 | I69 I63 G81 | PMH: stroke 2018, no residual weakness.
            O M 70 | Z8673 | I69 I63 | PMH: old stroke.
            O M 70 | Z8673 | I69 I63 | Assessment: Old stroke.
            O M 70 | Z8673 | I69 I63 | Assessment: old CVA, no residual deficits.
            O M 70 | Z8673 | I69 I63 | A/P: Old stroke without deficits, continue aspirin.
            O M 70 | Z8673 | I69 I63 | A/P: 1. Old stroke 2. Hypertension
            O M 70 | Z8673 | I69 I63 | Assessment: remote CVA.
            O M 70 | Z8673 | I69 I63 | Assessment: old lacunar infarct.
            O M 70 | Z8673 | I69 I63 | Assessment: prior stroke, 2015.
            O M 70 | I69354 | G81 I63 Z8673 | A/P: Old stroke with left hemiparesis.
            O M 70 | I69320 | R47 I63 Z8673 | A/P: Old CVA with aphasia.
            O M 70 | Z8673 | I69 I63 | PMH: stroke in 2018.
            I M 70 | G8194 | I69 | A man with a history of stroke presented with acute left hemiparesis. MRI showed an acute right middle cerebral artery infarction.
            I M 70 | I639 G8194 | I69 | Final diagnosis: acute stroke with left hemiparesis.
            I M 70 | G8194 | I69 | He developed left hemiplegia due to the stroke.
            O F 60 |  | I69 | Family history: father had a stroke with residual hemiparesis.
            O M 70 | I69351 I69320 | G81 R47 I63 Z8673 | Chronic right hemiplegia and aphasia from stroke 5 years ago.
            O M 70 | I69354 | G81 Z8673 I63 | Assessment: old right MCA stroke with persistent left-sided hemiparesis.
            I M 70 | I69354 | Z8673 G8194 | He had a history of ischemic stroke with sequelae of left hemiparesis and was admitted with pneumonia.
            """);
    }

    @Test
    void aBackPainWithSciaticaIsOneCode() {
        NoteTable.holds("""
            O F 50 | M5442 | M545 M543 | Low back pain with left sciatica.
            O F 50 | M5441 | M545 M543 | Assessment: Chronic low back pain with right-sided sciatica.
            O F 50 | M5440 | M545 M543 | A/P: 1. Lumbago with sciatica.
            O F 50 | M5442 | M545 M543 | Assessment: Left-sided sciatica with low back pain.
            O F 50 | M5431 | M544 M545 | Assessment: Right sciatica.
            O F 50 | M5450 | M544 M543 | Assessment: Low back pain without sciatica.
            """);
    }

    @Test
    void aStageOfTheKidneyDiseaseIsReadInEveryWriting() {
        NoteTable.holds("""
            O F 50 | N1830 | N189 | Assessment: CKD 3.
            O F 50 | N184 | N189 | Assessment: CKD IV, stable.
            O F 50 | N1831 | N189 | Assessment: CKD stage IIIa.
            O F 50 | N1832 | N189 | A/P: CKD3b, hypertension.
            O F 50 | N1832 | N189 | Assessment: CKD 3b.
            O F 50 | N1832 | N189 | Assessment: CKD, stage 3B.
            O F 50 | N1832 | N189 | Assessment: chronic kidney disease (stage IIIb).
            O F 50 | N184 | N189 | Assessment: Stage 4 CKD.
            O F 50 | N184 | N189 | Assessment: stage IV chronic kidney disease.
            O F 50 | N1831 | N189 | Assessment: CKD G3aA2.
            O F 50 | N1831 | N189 | Assessment: CKD G3a/A2.
            O F 50 | N185 | N189 | Assessment: CKD V, not on dialysis.
            O F 50 | N182 | N189 | Assessment: CKD-2.
            O F 50 | N182 | N189 | Assessment: CKD stage II.
            O F 50 | N1830 | N189 | Assessment: CKD st. III.
            O F 50 | N1830 | N189 | PMH: CHF, CKD 3, COPD, DM2.
            O F 50 | N181 | N189 | Assessment: CKD stage I.
            O F 50 | N189 | N183 | Assessment: CKD, 3 months follow up.
            O F 50 | N184 | N189 | Assessment: chronic renal insufficiency stage 4.
            O F 50 | N186 Z992 | N189 | Assessment: ESRD on hemodialysis.
            """);
    }

    @Test
    void anExacerbationIsReadInEveryAbbreviation() {
        NoteTable.holds("""
            O F 50 | J441 | J449 | Assessment: COPD exac.
            O F 50 | J441 | J449 | Imp: COPD exac, 2/2 bronchitis.
            O F 50 | J441 | J449 | Assessment: acute exac of COPD.
            O F 50 | J441 | J449 | Assessment: AECOPD.
            O F 50 | J441 | J449 | Assessment: COPD w/ acute exac.
            O F 50 | J441 | J449 | Assessment: COPD exacerb.
            O F 50 | J441 | J449 | Assessment: exacerbation of COPD.
            O F 50 | J441 | J449 | Assessment: COPD flare.
            O F 50 | J45901 | J45909 | Assessment: asthma exac.
            O F 50 | J4541 | J4540 | Assessment: moderate persistent asthma w/ exac.
            O F 50 | J441 | J449 | Assessment: COPD in exacerbation.
            O F 50 | J441 | J449 | Assessment: acutely exacerbated COPD.
            """);
    }

    @Test
    void anAnemiaOfLostBloodIsNotUnspecified() {
        NoteTable.holds("""
            O F 40 | D500 | D509 | Assessment: Iron deficiency anemia due to heavy menses.
            O F 40 | D500 | D509 | Assessment: IDA due to menorrhagia.
            O F 40 | D500 | D509 | Assessment: Iron deficiency anemia secondary to chronic GI blood loss.
            O F 40 | D500 | D509 | Assessment: Iron deficiency anemia from heavy periods.
            O F 40 | D500 | D509 | Assessment: IDA 2/2 chronic GI bleed.
            O F 40 | D500 | D509 D649 | Assessment: chronic blood loss anemia.
            O F 40 | D62 | D509 D500 | Assessment: acute blood loss anemia.
            O F 40 | D500 | D509 | Assessment: Iron deficiency anemia, likely from hemorrhoidal bleeding. Iron deficiency anemia due to uterine bleeding.
            O F 40 | D500 | D509 D649 | Assessment: anemia due to chronic blood loss from fibroids.
            O F 40 | D500 | D509 | Assessment: Menorrhagia with iron deficiency anemia due to chronic blood loss.
            O F 40 | D509 | D500 | Assessment: Iron deficiency anemia due to poor diet.
            """);
    }

    @Test
    void aThyroidOfHashimotosDiseaseIsOneCode() {
        NoteTable.holds("""
            O F 50 | E063 | E039 | Assessment: Hypothyroidism due to Hashimoto.
            O F 50 | E063 | E039 | Assessment: Hypothyroidism due to Hashimoto's thyroiditis.
            O F 50 | E063 | E039 | Assessment: Hashimoto's hypothyroidism.
            O F 50 | E063 | E039 | Assessment: Autoimmune hypothyroidism.
            O F 50 | E063 | E039 | Assessment: hypothyroidism 2/2 Hashimoto's disease, on levothyroxine.
            O F 50 | E063 |  | Assessment: Hashimoto's.
            """);
    }

    @Test
    void varicoseVeinsThatHurtAreNotAsymptomatic() {
        NoteTable.holds("""
            O F 50 | I83813 | I839 | Assessment: Varicose veins of both legs with pain.
            O F 50 | I83819 | I839 | Assessment: Varicose veins with pain.
            O F 50 | I83811 | I839 | Assessment: Painful varicose veins of the right leg.
            O F 50 | I83892/I83812 | I839 | Assessment: Varicose veins of left lower extremity with swelling.
            O F 50 | I8393 | I8381 | Assessment: Asymptomatic varicose veins of both legs.
            O F 50 | I83813 | I839 | Assessment: symptomatic varicose veins, bilateral, with aching pain.
            O F 50 | I83012/I83018/I83019/I83011 | I839 | Assessment: Varicose veins of right leg with ulcer of calf.
            O F 50 | I8311 | I839 | Assessment: Varicose veins of right leg with inflammation.
            O F 60 |  | I839 M7966 | Varicose veins of both legs with pain.
            """);
    }

    @Test
    void aLymphomaHasItsSite() {
        NoteTable.holds("""
            I M 60 | C83398 | C8330 | Diffuse large B-cell lymphoma of the stomach.
            I M 60 | C83398 | C8330 | The final diagnosis was primary gastric diffuse large B-cell lymphoma.
            I M 60 | C83390 | C8330 | Primary central nervous system lymphoma was diagnosed.
            I M 60 | C83390 | C8330 | Biopsy confirmed primary CNS lymphoma, diffuse large B-cell type.
            I M 60 | C83398 | C8330 | Biopsy showed diffuse large B-cell lymphoma of the right testis.
            I M 60 | C8331 | C8330 | Diffuse large B-cell lymphoma of cervical lymph nodes was diagnosed.
            I M 60 | C8337 | C8330 | Diffuse large B-cell lymphoma of the spleen was diagnosed.
            I M 60 | C8379 | C8370 | Burkitt lymphoma of the ileum was diagnosed.
            I M 60 | C8335 | C8330 | Diffuse large B-cell lymphoma of the left inguinal lymph nodes.
            I M 60 | C833A | C8330 | Assessment: Diffuse large B-cell lymphoma in remission.
            I M 60 | C8338 | C8330 | Diffuse large B-cell lymphoma involving lymph nodes of multiple sites.
            I M 60 | C8599 | C8590 | Non-Hodgkin lymphoma of the thyroid gland.
            """);
    }

    @Test
    void whatActivatesMacrophagesIsDueToAnInfectionOrNot() {
        NoteTable.holds("""
            I F 10 | D761 | D762 | Macrophage activation syndrome.
            I F 10 | D761 | D762 | On day 10 macrophage activation syndrome was diagnosed.
            I F 10 | D761 | D762 | The final diagnosis was hemophagocytic lymphohistiocytosis.
            I F 10 | D762 | D761 | The final diagnosis was hemophagocytic syndrome associated with Epstein-Barr virus infection.
            """);
    }

    @Test
    void anIntoxicationWithAlcoholIsNoDependence() {
        NoteTable.holds("""
            I M 27 | F10129/F10929 | F102 | His blood alcohol level was 180 mg/dL; acute alcohol intoxication.
            I M 27 | F10129/F10929 | F102 | Assessment: Acute alcohol intoxication. He denied alcohol dependence.
            I M 27 | F10229 |  | Assessment: alcohol dependence with acute intoxication.
            I M 27 | F10129/F10929 | F102 | Final diagnosis: ethanol intoxication.
            I M 27 | F10129/F10929 | F102 | Assessment: intoxicated with alcohol, laceration of scalp.
            """);
    }

    @Test
    void aShockOfInjuriesIsTraumatic() {
        NoteTable.holds("""
            I M 27 | T794XXA | R571 | He was ejected from a truck. There were an open fracture of the right femur and hypovolemic shock.
            I M 27 | T794XXA | R571 | After being kicked by a horse he had a liver laceration with hemorrhagic shock.
            I M 27 | R571 | T794XXA | Hemorrhagic shock due to a bleeding duodenal ulcer.
            """);
    }

    @Test
    void anInfarctionOfTheBrainHasItsArteryItsCauseAndItsSide() {
        NoteTable.holds("""
            I M 68 | I63411 | I66 I639 | CT angiography demonstrated an embolic occlusion of the right middle cerebral artery. The final diagnosis was acute cardioembolic infarction in the territory of the right middle cerebral artery.
            I M 68 | I63411 | I66 I639 | The final diagnosis was cardioembolic stroke of the right middle cerebral artery.
            I M 68 | I63412 | I66 I639 | Left middle cerebral artery infarction due to cardioembolism.
            I M 68 | I63512/I63412 | I639 | Diagnosis: acute left MCA stroke.
            I M 68 | I63531 | I639 | Diagnosis: acute right PCA infarct.
            I M 68 | I63522/I63322 | I639 | Final diagnosis: thrombotic infarction of the left anterior cerebral artery.
            I M 68 | I63312 | I639 | Final diagnosis: acute infarction due to thrombosis of the left middle cerebral artery.
            I M 68 | I63412 | I639 | Diagnosis: acute embolic infarct of the left MCA due to atrial fibrillation.
            I M 68 | I6340/I639 |  | Diagnosis: cardioembolic stroke.
            """);
    }

    @Test
    void anAppendicitisIsOneCodeWithWhatCameOfIt() {
        NoteTable.holds("""
            I F 12 | K35211 | K65 K3532 | At laparoscopy a perforated appendix with generalized peritonitis and a pelvic abscess was found. Histology confirmed gangrenous perforated appendicitis.
            I F 12 | K35201 | K65 K3532 | Perforated appendicitis with diffuse peritonitis was found; there was no abscess.
            I F 12 | K3533 | K65 K3532 | Final diagnosis: acute appendicitis with perforation and localized peritonitis with abscess.
            """);
    }
}
