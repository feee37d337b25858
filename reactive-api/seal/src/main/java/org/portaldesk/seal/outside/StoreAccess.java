package org.portaldesk.seal.outside;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * How a store that speaks S3 is reached. What is blank was not given.
 *
 * @param endpoint where it listens, e.g. {@code https://store.hospital.example}; blank for AWS
 * @param region of the bucket; a store that knows no regions takes any
 * @param pathStyle whether the bucket is named in the path, as most stores but AWS want it
 * @param accessKey who we are; it may add and read, nothing else
 * @param secretKey never shown
 */
public record StoreAccess(
        String endpoint, String region, boolean pathStyle, String accessKey, String secretKey) {

    private static final String SETTING = "PORTAL_DESK_CHECKPOINTS";
    private static final Duration ATTEMPT = Duration.ofSeconds(4);
    private static final Duration WHOLE = Duration.ofSeconds(8);
    private static final int LEAST_SECRET = 16;
    private static final int LEAST_DISTINCT = 8;
    private static final List<String> PLACEHOLDERS =
            List.of("example", "placeholder", "change-me", "changeme", "change_me", "minioadmin");

    /** From {@code PORTAL_DESK_CHECKPOINTS_ENDPOINT}, {@code _REGION} and so on. */
    public static StoreAccess of(Map<String, String> environment) {
        return new StoreAccess(
                environment.getOrDefault(SETTING + "_ENDPOINT", ""),
                environment.getOrDefault(SETTING + "_REGION", ""),
                Boolean.parseBoolean(environment.get(SETTING + "_PATH_STYLE")),
                environment.getOrDefault(SETTING + "_ACCESS_KEY", ""),
                environment.getOrDefault(SETTING + "_SECRET_KEY", ""));
    }

    /**
     * Returns if this is enough to reach a store.
     *
     * @throws IllegalArgumentException names the setting that is missing, malformed or a
     *     placeholder, and does not tell its value
     */
    void check() {
        refuse(region.isBlank(), "_REGION is not set");
        refuse(!endpoint.isBlank() && !isUrl(endpoint), "_ENDPOINT must be a URL");
        refuse(accessKey.isBlank(), "_ACCESS_KEY is not set");
        refuse(isPlaceholder(accessKey), "_ACCESS_KEY is a placeholder");
        refuse(secretKey.isBlank(), "_SECRET_KEY is not set");
        refuse(
                secretKey.length() < LEAST_SECRET
                        || secretKey.chars().distinct().count() < LEAST_DISTINCT
                        || isPlaceholder(secretKey),
                "_SECRET_KEY is too short or a placeholder");
    }

    /**
     * A client that gives up long before the transaction ends in which checkpoints are published.
     *
     * @throws IllegalArgumentException as {@link #check} does
     */
    S3Client client() {
        check();
        var client =
                S3Client.builder()
                        .region(Region.of(region))
                        .forcePathStyle(pathStyle)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(accessKey, secretKey)))
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder().connectionTimeout(ATTEMPT))
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .overrideConfiguration(
                                each -> each.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(WHOLE));
        return (endpoint.isBlank() ? client : client.endpointOverride(URI.create(endpoint)))
                .build();
    }

    private static void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new IllegalArgumentException(SETTING + why);
        }
    }

    private static boolean isUrl(String text) {
        try {
            var url = URI.create(text);
            return url.getHost() != null && List.of("https", "http").contains(url.getScheme());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean isPlaceholder(String value) {
        return PLACEHOLDERS.stream().anyMatch(value.toLowerCase(Locale.ROOT)::contains);
    }

    @Override
    public String toString() {
        return "StoreAccess[" + endpoint + ", " + region + ']';
    }
}
