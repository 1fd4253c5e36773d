package org.superbill.billing.claim;

/** What has become of a claim's encounter since the claim was sent: it was coded anew, or voided, and the payer may not have that yet. Pure. */
record Amendment(Claim claim) {
    /** What was sent last is not what was coded since, or what took place at all. */
    boolean isOpen() {
        return claim.isVoided()
                ? claim.sent().mayBeWithPayer() && (!claim.current().isVoid() || claim.isTakenBack())
                : isCodedAnew();
    }

    private boolean isCodedAnew() {
        return claim.codingVersion() > claim.current().facts().encounter().version();
    }

    /** What was sent is no longer what happened while the coding is amended or the encounter voided: it stays with the biller. */
    void ownerAfterPayer(NextOwner next) {
        if (claim.isVoided() && !claim.sent().mayBeWithPayer()) {
            claim.owner(NextOwner.NOBODY);
        } else if (claim.isVoided() && claim.isTakenBack()) { // another payer has it still
            claim.owner(new NextOwner(OwnerRole.BILLER, next.due()));
        } else if (claim.current().isVoid()) {
            claim.owner(next);
        } else if (!claim.isVoided() && !isCodedAnew()) {
            claim.owner(next);
        }
    }
}
