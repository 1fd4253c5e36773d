package org.superbill.coding.cac;

import org.junit.jupiter.api.Test;

/** Levels and procedures of office visits in the many ways that notes have for them. */
class VisitWordingsTest {
    @Test
    void aVisitHasTheLevelOfWhatAPractitionerDidAndDecided() {
        NoteTable.holds("""
            O F 60 | 96372 | 992 | Nurse visit: B12 deficiency. Cyanocobalamin 1000 mcg IM given by nurse.
            O F 60 | 90662 90471 | 992 | Fluzone high-dose IM given by nurse. No other concerns.
            O F 60 | 90662 90471 | 992 | Fluzone high-dose given IM today.
            O F 60 | 96372 | 992 | B12 deficiency. Vitamin B12 1000 mcg IM given today.
            O F 60 | 96372 | 992 | Medroxyprogesterone 150 mg IM administered by RN. Encounter for contraception.
            O F 60 | 99215-25/99215 | 99212 99213 99214 | COPD exacerbation with acute hypoxic respiratory failure; called 911, sent to the ED for admission.
            O F 60 | 99215 | 99212 99213 99214 | Assessment: acute pulmonary embolism. Plan: transferred to hospital by ambulance.
            O F 60 | 99215 | 99212 99213 99214 | Assessment: NSTEMI. EMS called, patient sent by ambulance to the ED.
            O F 60 | 99213/99214 | 99215 99212 | Assessment: COPD, stable. Continue tiotropium. He was hospitalized last month for pneumonia. Hypertension, continue lisinopril 10 mg.
            O F 60 | 99214-25 96372 |  | Assessment: Type 2 diabetes uncontrolled, hypertension. Increase metformin to 1000 mg. B12 deficiency, vitamin B12 1000 mcg IM given by nurse.
            """);
    }

    @Test
    void whatIsCountedOrTimedIsProposedByItsNumber() {
        NoteTable.holds("""
            O F 60 | 99406 | 99407 | Assessment: Tobacco use disorder, cigarettes. Smoking cessation counseling for 5 minutes. Continue lisinopril for hypertension.
            O F 60 | 99407 | 99406 | Assessment: Tobacco use disorder, cigarettes. 12 minutes of tobacco cessation counseling.
            O F 60 | 99497 |  | Assessment: metastatic colon cancer. Advance care planning discussed with patient, 20 minutes.
            O F 60 | 52000 |  | Assessment: Hematuria. Flexible cystoscopy performed, normal bladder.
            O F 60 | 11200 11201 |  | Skin tags, 20 removed from neck.
            O F 60 | 11104 11103 | 11103x2 | Punch biopsy of one lesion of the back and shave biopsy of one lesion of the arm.
            O F 60 | 11104 11103x2 |  | Punch biopsy of the back and two shave biopsies of the arm.
            O F 0 | 90698 90677 90680 90460x3 90461x4 |  | Well child visit, 4 months. DTaP-IPV-Hib (Pentacel), PCV20, and oral rotavirus (RotaTeq) vaccines given; counseled parents on each vaccine.
            O F 29 | 96127x2 |  | Assessment: Major depressive disorder, recurrent, moderate. PHQ-9: 14, GAD-7: 3 (minimal). Continue sertraline 50 mg.
            """);
    }
}
