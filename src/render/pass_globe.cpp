#include "render/pass_globe.h"

#include <iterator>

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
  pass.none_ = VertexArray(life);
  pass.set_relief({});
  pass.set_contact({});
  return pass;
}

void GlobePass::set_meshes(const StaticScene& scene) {
  struct Corner {
    Vec3f dir;
    float kind;
  };
  std::vector<Corner> corners;
  std::vector<uint32_t> indices;
  const GroundMesh* meshes[] = {&scene.land, &scene.ice, &scene.lakes};  // one over the other
  for (size_t kind = 0; kind < std::size(meshes); ++kind) {
    const auto first = static_cast<uint32_t>(corners.size());
    for (const Vec3f& dir : meshes[kind]->vertices) corners.push_back({dir, static_cast<float>(kind)});
    for (const uint32_t index : meshes[kind]->indices) indices.push_back(first + index);
  }
  vertices_ = Buffer(*life_, GL_ARRAY_BUFFER, BufferUse::once);
  indices_ = Buffer(*life_, GL_ELEMENT_ARRAY_BUFFER, BufferUse::once);
  array_ = VertexArray(*life_);
  vertices_.set(corners);
  indices_.set(indices);
  array_.add(vertices_, {.stride = sizeof(Corner), .attributes = {{.location = 0, .components = 4}}});
  array_.set_indices(indices_);
  index_count_ = indices.size();
}

void GlobePass::set_relief(const GroundImages& images) {
  polar_ = Texture::of_image(*life_, TextureUnit::polar, images.polar, Filter::mipmaps, false, 128);
  world_ = Texture::of_image(*life_, TextureUnit::world, images.world, Filter::mipmaps, true, 128);
}

void GlobePass::set_contact(const GroundImages& images) {
  contact_ = Texture::of_image(*life_, TextureUnit::contact, images.contact, Filter::mipmaps, false, 0);
}

void GlobePass::draw() const {
  // The sphere's depth is written and never tested: it is the first.
  life_->told.set({.depth = DepthRule::fill, .blend = Blend::off});
  globe_.use();
  none_.bind();
  life_->draw(GL_TRIANGLES, 3);

  if (index_count_ == 0) return;
  life_->told.set({.blend = Blend::off, .cull_back = true});  // what faces away lies behind the horizon
  ground_.use();
  array_.bind();
  life_->draw_indexed(GL_TRIANGLES, 0, index_count_);
}

}  // namespace atlas
