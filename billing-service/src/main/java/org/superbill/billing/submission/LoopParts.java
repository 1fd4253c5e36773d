package org.superbill.billing.submission;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.ClaimDetails;
import org.superbill.events.PatientChanged;
import org.superbill.events.PracticeChanged;
import org.superbill.events.Relationship;
import org.superbill.events.Sex;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.Contact;
import org.superbill.x12.part.Demographics;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** What the loops of professional and institutional claims have in common. */
final class LoopParts {
    private LoopParts() {}

    static EntityName person(String last, @Nullable String first, @Nullable String middle) {
        return EntityName.person(last, first).middle(middle);
    }

    static EntityName person(ClaimDetails.Provider provider) {
        return person(provider.lastName(), provider.firstName(), provider.middleName())
                .npi(provider.npi());
    }

    static EntityName person(PatientChanged patient) {
        return person(patient.lastName(), patient.firstName(), patient.middleName());
    }

    static Address address(org.superbill.events.Address address) {
        return new Address(
                address.line1(),
                address.line2(),
                address.city(),
                address.state(),
                address.postalCode().replace("-", ""),
                null);
    }

    /** Loop 2010AA. Whom to ask (PER) stands where it is somebody else than at the submitter (loop 1000A). */
    static Loop billingProvider(Guide guide, PracticeChanged.Organization organization) {
        var builder = NamedLoop.builder(
                guide,
                "2010AA",
                "85",
                EntityName.organization(organization.name()).npi(organization.npi()),
                address(organization.address()),
                List.of(new Reference("EI", organization.taxId())));
        var contact = organization.contact();
        var submitter = organization.submitter();
        if (contact != null
                && !contact.equals(new PracticeChanged.Contact(
                        submitter.contactName(), submitter.phone(), submitter.extension()))) {
            builder.add(Contact.telephone("IC", contact.name(), contact.phone(), contact.extension())
                    .per());
        }
        return builder.build();
    }

    static Demographics demographics(PatientChanged patient) {
        return new Demographics(patient.birthDate(), sex(patient.sex()));
    }

    /** REF*Y4, in the loop of the patient: 2010BA where the patient is the subscriber, else 2010CA. */
    static Reference[] injury(ClaimFacts facts) {
        var number = facts.injuryClaimNumber();
        return number == null ? new Reference[0] : new Reference[] {new Reference("Y4", number)};
    }

    private static String sex(Sex sex) {
        return switch (sex) {
            case female -> "F";
            case male -> "M";
            case unknown -> "U";
        };
    }

    /** PAT01. */
    static String relationship(Relationship relationship) {
        return switch (relationship) {
            case spouse -> "01";
            case child -> "19";
            case self, other -> "G8";
        };
    }

    /** CCYYMMDD. */
    static String date(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
