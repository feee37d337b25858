package org.portaldesk.api.platform.docs;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Component;

/** What the pages load: Swagger UI's files and two of ours, read once, away from event loops. */
@Component
class DocsFiles {

    static final String PAGE = "index.html";

    record DocsFile(MediaType type, byte[] content) {}

    private static final List<String> OURS = List.of(PAGE, "start.js");

    private static final List<String> SWAGGER_UI =
            List.of(
                    "swagger-ui.css",
                    "swagger-ui-bundle.js",
                    "oauth2-redirect.html",
                    "oauth2-redirect.js",
                    "favicon-32x32.png");

    /** Its version is a folder of the jar. */
    private static final String ANY_VERSION = "classpath*:META-INF/resources/webjars/swagger-ui/*/";

    private final ResourcePatternResolver classPath = new PathMatchingResourcePatternResolver();
    private final Map<String, DocsFile> files = new HashMap<>();

    DocsFiles() throws IOException {
        for (String name : OURS) {
            read(name, "classpath*:docs/" + name);
        }
        for (String name : SWAGGER_UI) {
            read(name, ANY_VERSION + name);
        }
    }

    /** Empty for whatever is not in the lists above. */
    Optional<DocsFile> named(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private void read(String name, String place) throws IOException {
        Resource[] found = classPath.getResources(place);
        if (found.length != 1) {
            throw new IllegalStateException(name + " is there " + found.length + " times");
        }
        var type = MediaTypeFactory.getMediaType(name).orElseThrow();
        files.put(name, new DocsFile(type, found[0].getContentAsByteArray()));
    }
}
