package org.portaldesk.api.broken.model;

import reactor.core.publisher.Mono;

record ReactiveModel(Mono<String> later) {}
