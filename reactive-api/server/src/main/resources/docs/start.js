// Shows the API's own description; staff sign in by code and PKCE, as a client that only the local stack has.
const ui = SwaggerUIBundle({
  url: '/v3/api-docs',
  dom_id: '#swagger-ui',
  deepLinking: true,
  oauth2RedirectUrl: `${location.origin}/docs/oauth2-redirect.html`,
});

ui.initOAuth({ clientId: 'api-docs', scopes: 'openid', usePkceWithAuthorizationCodeGrant: true });
