package org.superbill.coding.cac;

import org.junit.jupiter.api.Test;

/** Amputations, joints, devices, contraception and plain conditions in the many ways that notes have for them. */
class StatusWordingsTest {
    @Test
    void whatWasTakenAwayOrPutInIsAStatus() {
        NoteTable.holds("""
            O M 60 | Z89512 | S88 | Status post left BKA.
            O M 60 | Z89512 | S88 | PSH: L BKA 2018.
            O M 60 | Z89511 | S88 | PMH: right below-knee amputation.
            O M 60 | Z89612 | S78 | PSH: left AKA.
            O M 60 | Z89611 | S78 | s/p R above the knee amputation 2015
            O M 60 | Z89432/Z89439 | S98 | S/p left transmetatarsal amputation.
            O M 60 | Z89422 | S98 | PSH: amputation of left second toe.
            O M 60 | Z89411 | S98 | PSH: right great toe amputated 2020.
            O M 60 | Z89512 |  | Left leg amputated below the knee in 2012.
            O M 60 | Z96641 |  | PSH: right THA.
            O M 60 | Z96641 |  | Status post right THA.
            O M 60 | Z96652 |  | s/p left TKA 2019.
            O M 60 | Z96652 |  | Left knee replaced in 2019.
            O M 60 | Z96653 |  | PSH: bilateral TKR.
            O M 60 | Z96653 |  | PSH: bilateral total knee replacements.
            O M 60 | Z96641 |  | PSH: right THR 2014.
            O M 60 | Z96641 |  | Right hip replaced five years ago.
            O M 60 | Z96612 |  | s/p left reverse total shoulder arthroplasty.
            O M 60 | Z96611 |  | PSH: right shoulder replacement 2017.
            O M 60 | Z95810 |  | ICD implanted 2018.
            O M 60 | Z95810 |  | s/p AICD.
            O M 60 | Z95810 |  | PSH: ICD placement 2016.
            O M 60 | Z950 |  | s/p PPM 2015.
            O M 60 | Z950 |  | Dual-chamber pacemaker implanted in 2017.
            O M 60 | Z950/Z95810 |  | PSH: BiV ICD.
            O M 60 | Z952 |  | s/p mechanical AVR 2009.
            O M 60 | Z952/Z953/Z954 |  | s/p TAVR 2021.
            O M 60 | Z953 |  | s/p bioprosthetic AVR 2018.
            O M 60 | Z955 |  | CAD s/p PCI with DES to LAD 2019.
            O M 60 | Z951 |  | CAD s/p CABG x3 in 2010.
            O F 40 | Z9071/Z90710 |  | PSH: TAH/BSO.
            O F 40 | Z9049 |  | PSH: lap chole, appy.
            O F 40 | Z9011 |  | s/p right mastectomy.
            O F 40 | Z9884 |  | s/p Roux-en-Y gastric bypass 2015.
            O F 40 | Z981 |  | PSH: L4-5 fusion.
            O F 40 | Z9841/Z9842 Z961 |  | s/p bilateral cataract surgery with IOL.
            O M 70 | Z9079 |  | PSH: prostatectomy 2018 for BPH.
            O M 70 | Z9359 |  | Suprapubic catheter in place.
            O M 70 | Z9981 |  | On 2 L home O2.
            O M 70 | Z7901 |  | AFib on Eliquis.
            O M 70 | Z7902 |  | on Plavix.
            O M 70 | Z794 |  | Lantus 20 units nightly.
            """);
    }

    /** By the Alphabetic Index: Presence, Absence, Status, Transplant. What a valve is made of decides only where the note says it. */
    @Test
    void anOperationOfEarlierYearsIsTheStatusThatItLeft() {
        NoteTable.holds("""
            O M 60 | Z952 | I35 | PSH: AVR 2012.
            O M 60 | Z952 |  | PSH: AVR
            O M 60 | Z953 | Z952 | PSH: bioprosthetic AVR 2012.
            O M 60 | Z952 |  | PSH: mechanical AVR 2012.
            O M 60 | Z952 |  | PSH: MVR 2010.
            O M 60 | Z951 |  | PSH: CABG 2010.
            O M 60 | Z951 Z952 |  | PSH: CABG x4 2010, AVR 2012
            O M 60 | Z955 |  | PSH: PCI with stent 2018.
            O M 60 | Z9861 | Z955 | PSH: PCI 2018.
            O M 60 | Z9861 | Z955 | PSH: PTCA 2005
            O M 60 | Z96651/Z96659 |  | PSH: R TKA 2015.
            O M 60 | Z96642/Z96649 |  | PSH: L THA 2015.
            O M 60 | Z950 |  | PSH: PPM 2015.
            O M 60 | Z950 |  | PSH: pacemaker 2015.
            O M 60 | Z95810 |  | PSH: ICD 2015.
            O M 60 | Z95828 |  | PSH: IVC filter 2015.
            O M 60 | Z95828 |  | PSH: IVC filter placement.
            O M 60 | Z95828 |  | PSH: EVAR 2015.
            O M 60 | Z95811 |  | PSH: LVAD 2020.
            O F 60 | Z9049 |  | PSH: cholecystectomy 2001.
            O F 60 | Z9049 |  | PSH: lap appy 1999.
            O F 60 | Z90710 |  | PSH: hysterectomy 2001.
            O F 60 | Z933 |  | PSH: colostomy 2019.
            O F 60 | Z932 |  | PSH: ileostomy.
            O F 60 | Z9081 |  | PSH: splenectomy.
            O F 60 | Z9012 |  | PSH: left mastectomy 2014.
            O F 60 | Z9851 |  | PSH: BTL.
            O F 60 | Z98891 |  | PSH: C-section x2.
            O M 60 | Z9852 |  | PSH: vasectomy.
            O M 60 | Z905 |  | PSH: L nephrectomy.
            O M 60 | Z9884 |  | PSH: sleeve gastrectomy 2019.
            O M 60 | Z940 |  | PSH: kidney transplant 2011.
            O M 60 |  | Z952 | ECG: ST elevation in AVR.
            O M 60 |  | Z952 | Assessment: chest pain. ECG with ST depression and elevation in AVR.
            """);
    }

    @Test
    void contraceptionIsItsOwnEncounter() {
        NoteTable.holds("""
            O F 25 | Z3041/Z30011 |  | Encounter for contraception, oral pills.
            O F 25 | Z3041 |  | Assessment: OCP refill.
            O F 25 | Z30011 |  | Assessment: started on birth control pills, initial prescription of oral contraceptives.
            O F 25 | Z3041 |  | Here for birth control pill refill.
            O F 25 | Z3042 |  | Depo-Provera injection for contraception.
            O F 25 | Z30430 |  | IUD (Mirena) inserted for contraception.
            O F 25 | Z30432 |  | Mirena IUD removed.
            O F 25 | Z30017/Z3046 |  | Nexplanon inserted for contraception.
            O F 25 | Z302 |  | Desires sterilization, tubal ligation scheduled.
            O F 25 | Z975 |  | Mirena IUD in place since 2022.
            O F 25 | Z30431 |  | IUD string check.
            """);
    }

    @Test
    void plainConditionsAreFound() {
        NoteTable.holds("""
            O M 60 | R911 | C34 | Assessment: Solitary pulmonary nodule RUL, possible malignancy.
            O M 60 | R911 |  | Assessment: 8 mm lung nodule, right upper lobe.
            O M 60 | R911 |  | A/P: Pulmonary nodule, stable on CT.
            O M 60 | R918 |  | Assessment: multiple pulmonary nodules.
            O M 60 | E041 |  | Assessment: thyroid nodule.
            O M 60 | E291 |  | Assessment: Primary hypogonadism.
            O M 60 | E291 |  | Assessment: Testicular hypofunction, low testosterone.
            O M 60 | E222 |  | Assessment: syndrome of inappropriate ADH secretion.
            O M 60 | E222 |  | Assessment: SIADH.
            O M 60 | E222 |  | Final diagnosis: syndrome of inappropriate antidiuretic hormone secretion.
            O M 60 | E222 |  | Final diagnosis: syndrome of inappropriate secretion of antidiuretic hormone.
            O F 60 | N393 | R32 | Assessment: Urinary incontinence, stress.
            O F 60 | N393 | R32 | Assessment: stress urinary incontinence.
            O F 60 | N3946 | R32 | Assessment: mixed urinary incontinence.
            O F 60 | N3941 | R32 | Assessment: Urinary incontinence, urge.
            O M 60 | C3411 | C3490 | Assessment: lung cancer. Adenocarcinoma of the right upper lobe of the lung.
            O F 60 |  | I839 M7966 | Varicose veins of both legs with pain.
            """);
    }
}
