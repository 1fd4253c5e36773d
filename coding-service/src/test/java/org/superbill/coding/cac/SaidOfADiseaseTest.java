package org.superbill.coding.cac;

import org.junit.jupiter.api.Test;

/** What a note says of a disease that belongs into its code: stage, disturbance, cause, extent. */
class SaidOfADiseaseTest {
    @Test
    void stageDisturbanceAndCauseAreOfTheCode() {
        NoteTable.holds("""
            I M 60 | E11610 | E119 | Charcot foot of the left ankle due to type 2 diabetes.
            I M 60 | E11610 | E119 | Type 2 diabetes with Charcot foot.
            I M 60 | E10610 | E109 | Type 1 diabetes mellitus with Charcot arthropathy of the right foot.
            I M 60 | E11610 | E119 | Diabetic Charcot foot, type 2 diabetes.
            I M 60 | E11610 | E119 | Charcot neuroarthropathy in type 2 diabetes mellitus.
            I M 80 | G301 F02B11 | F0280 F02B0 R451 | Moderate dementia due to late onset Alzheimer disease with agitation.
            I M 80 | G309 F02B11 | F0280 R451 | Moderate dementia due to Alzheimer disease with behavioral disturbance, agitation.
            I M 80 | F01C2 | F01C0 F29 | Severe vascular dementia with psychotic features.
            I M 80 | F01C2 | F01C0 F29 | Vascular dementia, severe, with hallucinations and delusions.
            I M 80 | I70222 | I739 M796 | Peripheral artery disease with rest pain in the left leg.
            I M 80 | I70221 | I739 | PAD with rest pain of the right leg.
            I M 80 | I70261 | I739 I96 | Peripheral arterial disease with gangrene of the right foot.
            I M 80 | I739 | I702 | Peripheral vascular disease.
            I M 8 | D5931 | D5930 | Hemolytic uremic syndrome due to Shiga toxin-producing E. coli.
            I M 8 | D5931 | D5930 | HUS due to Shiga toxin.
            I M 8 | D5931 | D5930 | Hemolytic-uremic syndrome after E. coli O157:H7 infection.
            I M 8 | D5930 | D5931 | Hemolytic uremic syndrome.
            """);
    }

    @Test
    void theBurnedSurfaceHasItsShareOfThirdDegree() {
        NoteTable.holds("""
            I M 40 | T2133XA T3111 | T3110 | Third-degree burns of the upper back, 15 percent of body surface.
            I M 40 | T3111 | T3110 | Third-degree burns of the back, 15 percent.
            I M 40 | T3131 | T3130 | Burns of the trunk, 30 percent TBSA, third degree 12 percent.
            I M 40 | T3110 | T3111 | Second-degree burns of the chest, 12 percent of body surface.
            I M 40 | T310 | T311 | Second-degree burn of the left forearm, 3 percent TBSA.
            I M 40 | T3132 | T3130 | 35% TBSA burns of trunk and legs including 22% third-degree.
            I M 40 | T3110 | T3111 | Burns of the trunk, 18% TBSA, 5% third degree.
            """);
    }

    @Test
    void aSepticShockKeepsItsCodeBesideTheOrganism() {
        NoteTable.holds("""
            I M 60 | A4151 R6521 |  | Septic shock due to Escherichia coli.
            I M 60 | A4151 R6521 |  | E. coli septic shock.
            I M 60 | A414/A4159/A4189/B961/A4159 R6521 |  | Septic shock due to Klebsiella pneumoniae.
            I M 60 | A4102 R6521 |  | Septic shock due to MRSA.
            I M 60 | A4101 R6521 |  | Septic shock from methicillin-susceptible Staphylococcus aureus.
            I M 60 | A4152 R6521 |  | Septic shock caused by Pseudomonas aeruginosa.
            I M 60 | A4151 | R652 | E. coli sepsis without septic shock.
            I M 60 | A4151 R6520 | R6521 | Severe sepsis due to E. coli with acute kidney injury.
            """);
    }

    @Test
    void aDiseaseThatIsNamedTwiceIsCodedOnce() {
        NoteTable.holds("""
            I M 60 | I7133 | I7143 | A ruptured infrarenal abdominal aortic aneurysm was found; a 7.2 cm infrarenal abdominal aortic aneurysm had been known.
            I M 60 | K4030 | K4090 | Incarcerated right inguinal hernia with obstruction. A right inguinal hernia was palpable.
            I M 60 | K5720 | K5730 | Sigmoid diverticulitis with perforation and abscess. Diverticulosis of the sigmoid colon.
            I M 60 | K255 | K259 | Perforated gastric ulcer. A gastric ulcer had been known.
            I M 60 | N040 | N049 | Nephrotic syndrome due to minimal change disease. The nephrotic syndrome responded to steroids.
            I M 60 | K8511 | K8510 | Acute biliary pancreatitis was diagnosed. CT on day four revealed necrosis of 40 percent.
            I M 60 | K8511 | K8510 | Acute biliary pancreatitis was diagnosed. CT on day four revealed necrosis of the pancreas without infection.
            I M 60 | K264 | K269 | Bleeding duodenal ulcer. Endoscopy showed a duodenal ulcer.
            I M 60 | I7101/I71010/I71012/I71019 | I712 | Dissection of the ascending thoracic aorta.
            I M 60 | K8000 | K8020 | Acute cholecystitis with gallstones. Ultrasound showed gallstones.
            I M 60 | K3533/K3532/K35321/K35200/K3520 | K3580 | Acute appendicitis with perforation. Acute appendicitis was confirmed at surgery.
            I M 60 | J441 | J449 | COPD exacerbation. COPD has been known since 2010.
            I M 60 | G40911/G40919 | G40909 | Intractable epilepsy. Epilepsy since childhood.
            """);
    }

    @Test
    void aMothersColonizationIsNoFamilyHistoryAndAJointHasItsPlace() {
        NoteTable.holds("""
            I F 0 |  | Z83 | Newborn. Maternal group B streptococcus colonization.
            I F 0 |  | Z83 | Newborn. Mother was GBS positive and received penicillin.
            O F 60 | M19011 | M1990 M19012 | Primary osteoarthritis of the right acromioclavicular joint.
            O F 60 | M19011 | M1990 | Right AC joint osteoarthritis.
            O F 60 | M19012 | M1990 | Left AC joint arthritis, degenerative.
            O F 28 |  | Z793 | Secondary dysmenorrhea. Start combined oral contraceptive pills.
            """);
    }
}
