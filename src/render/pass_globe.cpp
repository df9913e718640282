#include "render/pass_globe.h"

namespace atlas {

Result<GlobePass> GlobePass::create(ContextLife& life) {
  Result<Program> globe = Program::create(life, {"fullscreen", "globe"});
  Result<Program> ground = Program::create(life, {"ground", "ground"});
  if (!globe) return globe.faults();
  if (!ground) return ground.faults();
  GlobePass pass;
  pass.life_ = &life;
  pass.globe_ = std::move(globe).value();
  pass.ground_ = std::move(ground).value();
  pass.kind_ = pass.ground_.location("u_kind");
  pass.none_ = VertexArray(life);
  pass.set_relief({});
  pass.set_contact({});
  return pass;
}

GlobePass::Mesh GlobePass::mesh_of(ContextLife& life, const GroundMesh& mesh) {
  Mesh made;
  made.vertices = Buffer(life, GL_ARRAY_BUFFER, BufferUse::once);
  made.indices = Buffer(life, GL_ELEMENT_ARRAY_BUFFER, BufferUse::once);
  made.array = VertexArray(life);
  made.vertices.set(mesh.vertices);
  made.indices.set(mesh.indices);
  made.array.add(made.vertices, {.stride = sizeof(Vec3f), .attributes = {{.location = 0, .components = 3}}});
  made.array.set_indices(made.indices);
  made.count = mesh.indices.size();
  return made;
}

void GlobePass::set_meshes(const StaticScene& scene) {
  land_ = mesh_of(*life_, scene.land);
  ice_ = mesh_of(*life_, scene.ice);
  lakes_ = mesh_of(*life_, scene.lakes);
}

void GlobePass::set_relief(const GroundImages& images) {
  polar_ = Texture::of_image(*life_, TextureUnit::polar, images.polar, Filter::mipmaps, false, 128);
  world_ = Texture::of_image(*life_, TextureUnit::world, images.world, Filter::mipmaps, true, 128);
}

void GlobePass::set_contact(const GroundImages& images) {
  contact_ = Texture::of_image(*life_, TextureUnit::contact, images.contact, Filter::mipmaps, false, 0);
}

void GlobePass::draw() const {
  for (const Texture* texture : {&polar_, &world_, &contact_}) texture->bind();
  // The sphere's depth is written and never tested: it is the first.
  glEnable(GL_DEPTH_TEST);
  glDepthFunc(GL_ALWAYS);
  glDepthMask(GL_TRUE);
  glDisable(GL_BLEND);
  globe_.use();
  none_.bind();
  life_->draw(GL_TRIANGLES, 3);

  glDisable(GL_DEPTH_TEST);
  glEnable(GL_CULL_FACE);  // what faces away lies behind the horizon
  ground_.use();
  const Mesh* meshes[] = {&land_, &ice_, &lakes_};
  for (int kind = 0; kind < 3; ++kind) {
    if (meshes[kind]->count == 0) continue;
    glUniform1i(kind_, kind);
    meshes[kind]->array.bind();
    life_->draw_indexed(GL_TRIANGLES, 0, meshes[kind]->count);
  }
  glDisable(GL_CULL_FACE);
}

}  // namespace atlas
