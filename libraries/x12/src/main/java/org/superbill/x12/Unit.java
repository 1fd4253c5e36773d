package org.superbill.x12;

import java.util.List;

/**
 * One claim, remittance claim or the like, handed over while the file is read, with all that surrounds it.
 *
 * @param ancestors from the transaction itself (its header segments and loops) to the loop in which the unit stands, each
 *     without the units in it
 * @param loop the unit: loop 2300 of an 837, 2100 of an 835
 * @param errors those found inside this unit
 * @param bytesRead of the file so far, for progress
 */
public record Unit(TransactionSet set, List<Loop> ancestors, Loop loop, List<X12Error> errors, long bytesRead) {
    public Unit {
        ancestors = List.copyOf(ancestors);
        errors = List.copyOf(errors);
    }

    /** The ancestor of that id. @throws X12Exception when there is none */
    public Loop ancestor(String loopId) {
        for (var ancestor : ancestors) {
            if (ancestor.id().equals(loopId)) {
                return ancestor;
            }
        }
        throw new X12Exception("Loop " + loop.id() + " does not stand in a loop " + loopId);
    }

    public boolean hasAncestor(String loopId) {
        return ancestors.stream().anyMatch(ancestor -> ancestor.id().equals(loopId));
    }
}
