package org.superbill.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of the practice as claims need it: exactly one of the three is there. Key: its id ({@code entityId}).
 */
public record PracticeChanged(
        UUID entityId,
        @Nullable Organization organization,
        @Nullable Practitioner practitioner,
        @Nullable Location location)
        implements Event {
    @Override
    public String subject() {
        return entityId.toString();
    }

    /**
     * The billing provider (005010X222A1, loops 1000A, 2000A, 2010AA, 2010AB).
     *
     * @param taxId employer identification number, nine digits (REF*EI)
     * @param taxonomyCode PRV03
     * @param timeZone IANA name, for the local date of an instant
     */
    public record Organization(
            String name,
            String npi,
            String taxId,
            @Nullable String taxonomyCode,
            Address address,
            @Nullable Address payToAddress,
            String timeZone,
            @Nullable Contact contact,
            Submitter submitter) {}

    /** A person to call (PER). */
    public record Contact(
            String name, String phone, @Nullable String extension) {}

    /** Who sends the claims: the practice itself or its billing service (loop 1000A). */
    public record Submitter(
            String name,
            String id,
            String contactName,
            String phone,
            @Nullable String extension) {}

    /** The rendering provider (loop 2310B). */
    public record Practitioner(
            String npi,
            String firstName,
            @Nullable String middleName,
            String lastName,
            @Nullable String taxonomyCode) {}

    /**
     * Where services are given (loop 2310C).
     *
     * @param placeOfService CMS place-of-service code, two digits (CLM05-1)
     * @param npi absent at the organization's own place, which needs no loop 2310C
     * @param cliaNumber of its laboratory, ten characters (REF*X4)
     * @param mammographyCertification REF*EW
     */
    public record Location(
            String name,
            String placeOfService,
            @Nullable String npi,
            @Nullable Address address,
            @Nullable String cliaNumber,
            @Nullable String mammographyCertification) {
        /** Without a laboratory and mammography. */
        public Location(String name, String placeOfService, @Nullable String npi, @Nullable Address address) {
            this(name, placeOfService, npi, address, null, null);
        }
    }
}
