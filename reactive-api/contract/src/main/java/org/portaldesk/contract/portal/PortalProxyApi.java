package org.portaldesk.contract.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.ProxyGrant;
import org.portaldesk.contract.proxy.Relationship;
import org.portaldesk.contract.proxy.SubmittedProxyRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** What people at the portal ask for and see of others' records. */
public interface PortalProxyApi {

    /** A parent's or guardian's request for a child's record. */
    record RequestAccess(@NotNull @Valid Child patient, @NotNull Relationship relationship) {}

    /** The child, as the parent names them. */
    record Child(
            @NotBlank @Size(max = 100) String givenName,
            @NotBlank @Size(max = 100) String familyName,
            @NotNull @Past LocalDate birthDate) {

        @Override
        public String toString() {
            return "Child[…]";
        }
    }

    /** The patient's birth date, by which a proxy confirms a grant. */
    record Confirm(@NotNull LocalDate patientBirthDate) {

        @Override
        public String toString() {
            return "Confirm[…]";
        }
    }

    /**
     * A grant, as its proxy sees it.
     *
     * @param patientName absent until the grant is confirmed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MyGrant(
            UUID id,
            ProxyGrant.State state,
            @Nullable UUID patientId,
            @Nullable String patientName,
            Relationship relationship,
            AccessClass accessClass,
            Map<Area, AreaAccess> areas,
            @Nullable LocalDate expiresOn) {}

    /**
     * Somebody whose record the caller may see at this moment.
     *
     * @param accessClass absent on the caller's own record
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VisiblePatient(
            UUID id,
            String name,
            LocalDate birthDate,
            boolean self,
            @Nullable AccessClass accessClass,
            Map<Area, AreaAccess> areas) {}

    /** Asks for a child's record; 201, the same whether or not there is such a patient. */
    @PostExchange("/portal/me/proxy-requests")
    Mono<SubmittedProxyRequest> request(@RequestBody @Valid RequestAccess request);

    /** The caller's grants that have not ended. */
    @GetExchange("/portal/me/proxy-grants")
    Mono<Page<MyGrant>> grants();

    /**
     * Confirms a grant; 422 {@code CONFIRMATION_REFUSED} for a wrong date, of which the fifth ends
     * the grant.
     */
    @PostExchange("/portal/me/proxy-grants/{id}/confirm")
    Mono<MyGrant> confirm(@PathVariable UUID id, @RequestBody @Valid Confirm confirm);

    /** Whom the caller may see, themselves first. */
    @GetExchange("/portal/patients")
    Mono<Page<VisiblePatient>> patients();

    /** One of them; 404 for anybody else, known or not. */
    @GetExchange("/portal/patients/{id}")
    Mono<VisiblePatient> patient(@PathVariable UUID id);
}
