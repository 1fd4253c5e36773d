package org.superbill.coding.visit;

import java.util.List;

/**
 * A drug that was injected, as one part of a clause tells it.
 *
 * @param name the very words for the drug
 * @param said drug, dose and route
 * @param doses in the note's order
 * @param given whether the note says that it was, and does not only order it
 */
record GivenDrug(
        DrugNames.Named named, String name, Span said, List<DrugCode.Dose> doses, boolean given, DrugWaste waste) {
    GivenDrug {
        doses = List.copyOf(doses);
    }
}
