package org.superbill.coding.cac;

import org.junit.jupiter.api.Test;

/** What is planned, given long ago or only named for a disease, and what is plainly there. */
class NotOfTodayTest {
    @Test
    void aVaccineIsNoDisease() {
        NoteTable.holds("""
            O F 2 | Z23 | B01 | Varicella vaccine given.
            O F 2 | Z23 | B01 B05 B06 B26 | MMR and varicella vaccines administered.
            O F 2 | Z23 | B01 A80 A36 A37 | Immunizations today: DTaP, polio, varicella.
            O F 60 |  | J10 J11 B01 B19 Z86 Z23 | Immunizations: influenza 2025, varicella 1999, hepatitis B 2001.
            O F 60 | I10 | B02 J18 J10 J11 Z86 Z23 | Health maintenance: shingles vaccine 2021, pneumonia vaccine 2022, flu 2025. Assessment: Hypertension.
            O M 70 | Z23 | B02 | Shingles vaccine administered today in the right deltoid.
            O M 70 | Z23 | J18 J13 | Pneumonia vaccine given today.
            O F 12 | Z23 | A37 A35 A36 | Received tetanus, diphtheria and pertussis vaccine at today's visit.
            O F 60 |  | Z23 J18 J13 B02 | PMH: pneumonia vaccine in 2022, zoster vaccine in 2021.
            O F 60 | J45909 | J10 J11 Z23 | Immunization: influenza vaccine up to date. Assessment: asthma.
            O F 30 | B019 | Z23 | Assessment: varicella. He had never been vaccinated.
            O F 60 |  | Z23 J10 J11 B01 | Declined influenza and varicella vaccines.
            """);
    }

    @Test
    void aScreeningThatIsOrderedOrDueIsNotOfToday() {
        NoteTable.holds("""
            O F 50 | I10 | Z1231 | Plan: screening mammogram ordered. Assessment: Hypertension.
            O F 50 | I10 | Z1211 | Health maintenance - colonoscopy screening due next year. Assessment: Hypertension.
            O F 50 | I10 | Z1211 Z1231 | Assessment and plan: Hypertension - continue lisinopril. Health maintenance - colonoscopy screening due next year, mammogram ordered.
            O F 50 |  | Z1211 | Plan: refer for screening colonoscopy.
            O F 50 |  | Z13820 | Plan: order DEXA scan for osteoporosis screening.
            O F 50 |  | Z131 | Plan: screening for diabetes next visit.
            O F 50 |  | Z114 | Hypertension. HIV screening declined.
            O F 50 |  | Z1231 | Hypertension. Screening mammogram last year was normal.
            O F 50 | Z1231 |  | Here for screening mammogram.
            O F 50 | Z1211 |  | Screening colonoscopy performed today, normal.
            O F 50 | Z1211 |  | Assessment: encounter for screening colonoscopy.
            O F 50 |  | Z122 | Lung cancer screening with low-dose CT discussed; 30 pack-years, quit 2015. Assessment: COPD.
            O F 50 |  | Z1211 Z124 | Due for colon cancer screening and cervical cancer screening. Assessment: GERD.
            """);
    }

    @Test
    void aSpreadCancerHasBothItsSitesAndADeliveryItsOutcome() {
        NoteTable.holds("""
            O F 72 | C189 C787 | C80 C79 | Metastatic colon cancer to the liver.
            O F 72 | C189 C787 | C79 | Colon cancer metastatic to the liver.
            O M 72 | C61 C7951 |  | Metastatic prostate cancer to the spine.
            O M 72 | C61 C7951 |  | Prostate cancer metastatic to bone.
            O F 72 | C50919 C7951 |  | Metastatic breast cancer to bone.
            O F 72 | C7931 |  | Metastatic lung cancer to the brain.
            O F 72 | C259 C787 |  | Pancreatic cancer with metastasis to the liver.
            O F 72 | C649 C7951 |  | Renal cell carcinoma metastatic to bone.
            O F 72 | C169 C786 |  | Gastric cancer, metastatic to the peritoneum.
            I F 28 | O80 Z370 Z3A39 |  | Vaginal delivery of a liveborn boy at 39 weeks.
            I F 28 | O80 Z370 |  | She delivered a healthy female infant vaginally at term.
            I F 28 | O80 Z370 |  | Spontaneous vaginal delivery of a live male infant at 40 weeks.
            I F 28 | O80 Z370 |  | Normal spontaneous vaginal delivery, viable female infant.
            I F 28 | O7020 | O80 | Third-degree perineal tear at delivery.
            I F 28 | O7020 Z370 | O80 | Vaginal delivery of a liveborn girl with a third-degree perineal laceration.
            I F 28 | O701 Z370 | O80 | Second-degree perineal laceration during vaginal delivery of a live infant.
            I F 28 | O321XX0 Z370 | O80 | Cesarean delivery of a healthy live boy because of breech presentation.
            I F 28 |  | O80 Z37 | The patient has two children, both born by vaginal delivery.
            O F 72 | C189 |  | Colon cancer.
            O F 72 | C187 |  | Sigmoid colon cancer.
            O F 72 | C189 C787 |  | Colon cancer with liver metastases.
            """);
    }

    @Test
    void statusesStandWhereTheyAreSaid() {
        NoteTable.holds("""
            I M 50 | J942/S271XXA/S272XXA/S272XXA S2242XA |  | Fractures of the fourth to seventh ribs on the left with a left traumatic hemopneumothorax.
            I M 50 | S272XXA S2242XA |  | Multiple left rib fractures and left traumatic hemopneumothorax.
            I M 50 | W12XXXA |  | A construction worker who fell 5 meters from scaffolding at a building site sustained a fracture of the left femur shaft.
            O F 50 | Z882 |  | Allergy to sulfa. Assessment: Hypertension.
            O F 50 | Z20822 |  | Exposed to COVID-19 at work; test negative. Cough.
            O F 50 | Z9641 |  | She uses an insulin pump for type 1 diabetes.
            O F 50 | Z952 |  | History of mechanical aortic valve replacement on warfarin.
            I F 50 | E1043 K3184 |  | Type 1 diabetes with gastroparesis.
            I F 50 | T83511A N390 |  | A catheter-associated urinary tract infection due to Escherichia coli.
            O F 50 | Z880 Z91040 | Z882 | Allergies: penicillin, latex. No sulfa allergy.
            O F 50 |  | Z88 | Allergies: NKDA.
            """);
    }

    @Test
    void aVisitAfterAnOperationOrADischargeIsNoOrdinaryOne() {
        NoteTable.holds("""
            O F 50 |  | 9921 | s/p lap chole 2 wks ago, incision clean, no fever. Post-op visit.
            O F 50 |  | 9921 | Transitional care visit 5 days after discharge for pneumonia, moderate complexity, contacted within 2 business days.
            O F 50 | 99214 |  | Hypertension, not at goal; amlodipine added. Type 2 diabetes stable on metformin.
            O F 50 | 99214 |  | Hypertension, not at goal; amlodipine 5 mg started. Type 2 diabetes stable on metformin.
            O F 50 | 99213/99214 | 99212 | Hypertension, not at goal; amlodipine added.
            """);
    }
}
